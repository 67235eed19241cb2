import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '#shared/period.ts';
import type { Place } from '#shared/scorecards/place.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { lastMonth, thisMonth } from '#test/system/meeting.ts';
import { Visitor } from '#test/system/visitor.ts';
import { readXlsx } from '#test/system/xlsx.ts';

const own = 'hiep-hoa.thanh-van';
const cell = `${own}.thanh-binh`;
const month = addMonths(lastMonth, -1);
const path = `/scorecards/${own}/${month}`;

describe('a commune’s own scorecard', () => {
  let officer: Visitor;
  let ofDistrict: Scorecard;
  const others = () => ofDistrict.children.filter(({ unit }) => unit !== own);
  /** The other communes that a text names, by id or by name. */
  const named = (text: string) =>
    others().flatMap(({ unit, name }) =>
      new RegExp(`${unit.replaceAll('.', '\\.')}(?![a-z0-9-])|${name}(?!\\p{L}| \\p{Lu})`, 'u').test(text)
        ? [unit]
        : [],
    );

  beforeAll(async () => {
    officer = await Visitor.signedIn('thanh-van');
    const district = await Visitor.signedIn('district');
    ofDistrict = (await district.json(`/scorecards/hiep-hoa/${month}.json`)) as Scorecard;
    expect(others().length).toBeGreaterThan(20);
    expect(named(JSON.stringify(ofDistrict))).toHaveLength(others().length);
  });

  it('says its rank and the district’s sums', async () => {
    const { place } = (await officer.json(path)) as { place: Place };
    const rank = ofDistrict.children.find(({ unit }) => unit === own)?.rank ?? null;
    const ranked = ofDistrict.children.filter((each) => each.rank !== null).length;
    expect(place).toMatchObject({ unit: 'hiep-hoa', rank, ranked });
    expect(place.indicators.map(({ id, numerator, denominator }) => [id, numerator, denominator])).toEqual(
      ofDistrict.indicators.map(({ id, numerator, denominator }) => [id, numerator, denominator]),
    );
    const { text } = await officer.get(path);
    expect(text).toContain(rank === null ? 'Chưa xếp hạng' : `Hạng ${rank}/${ranked}`);
    expect(text).toContain('Số liệu chung của Huyện Hiệp Hòa');
    // An open month ranks nobody.
    expect(
      ((await officer.json(`/scorecards/${own}/${thisMonth}`)) as { place?: Place }).place?.rank ?? null,
    ).toBeNull();
  });

  it.each(['', '?with=2020-01', '.json', '.csv', '.csv?rows=cells', '.json?rows=cells'])(
    'has no other commune’s line: %s',
    async (ending) => {
      for (const accept of ['text/html', 'application/json']) {
        const { status, text } = await officer.get(`${path}${ending}`, { accept });
        expect([status, named(text)]).toEqual([200, []]);
      }
    },
  );

  it('takes its rank and the district’s sums along in every file that its page offers', async () => {
    const { place } = (await officer.json(path)) as { place: Place };
    const page = await officer.get(path);
    const file = (ending: string) => {
      const [, address = ''] = new RegExp(`href="(${path}\\.${ending}(?:\\?revision=\\d+)?)"`).exec(page.text) ?? [];
      return address;
    };
    expect(file('json')).toContain('?revision=');
    for (const address of [file('json'), `${path}.json`]) {
      expect(((await officer.json(address)) as { place: Place }).place).toEqual(place);
    }
    const lines = (await officer.get(file('csv'))).text.split('\r\n').map((line) => line.split(';'));
    const ofUnit = (unit: string) => lines.filter(([id]) => id === unit);
    expect(new Set(ofUnit(own).map((line) => line[3]))).toEqual(new Set([String(place.rank ?? '')]));
    expect(ofUnit('hiep-hoa').map((line) => [line[7], Number(line.at(9)), Number(line.at(10))])).toEqual(
      place.indicators.map(({ id, numerator, denominator }) => [id, numerator, denominator]),
    );
    const sheets = JSON.stringify(await readXlsx((await officer.get(file('xlsx'))).bytes));
    const pdf = await getDocumentProxy(new Uint8Array((await officer.get(file('pdf'))).bytes));
    const { text } = await extractText(pdf, { mergePages: true });
    for (const said of [sheets, text.replace(/\s+/g, ' ')]) {
      expect(said).toContain('Số liệu chung của');
      expect(named(said)).toEqual([]);
    }
  });

  it('has none in its trend either', async () => {
    for (const accept of ['text/html', 'application/json']) {
      expect(named((await officer.get(`/scorecards/${own}`, { accept })).text)).toEqual([]);
    }
  });

  it('is not the way to the district’s own, and a working group sees no sums of it', async () => {
    expect((await officer.get(`/scorecards/hiep-hoa/${month}`)).status).toBe(404);
    const group = await Visitor.signedIn('group1');
    const seen = (await group.json(`/months/${month}`)) as { communes: { commune: { id: string } }[] };
    const of = seen.communes[0]?.commune.id ?? '';
    expect(await group.json(`/scorecards/${of}/${month}`)).not.toHaveProperty('place');
    expect(await group.json(`/scorecards/${of}/${month}.json`)).not.toHaveProperty('place');
  });
});

describe('the results of a cell', () => {
  interface Results {
    readonly cell: string;
    readonly months: readonly {
      readonly month: string;
      readonly report?: string;
      readonly total?: { readonly points: number; readonly max: number };
      readonly lost?: readonly {
        readonly id: string;
        readonly points: number;
        readonly max: number;
        readonly why: string;
      }[];
    }[];
  }
  interface Sheet {
    readonly judgement: {
      readonly total: { readonly points: number; readonly max: number };
      readonly criteria: readonly { readonly id: string; readonly points?: number; readonly max: number }[];
    };
  }

  it.each(['thanh-van.thanh-binh', 'thanh-van', 'district'])(
    'are what the sheets of its reports say, for %s',
    async (user) => {
      const visitor = await Visitor.signedIn(user);
      const results = (await visitor.json(`/results/${cell}`)) as Results;
      const page = (await visitor.get(`/results/${cell}`)).text;
      expect(results.cell).toBe(cell);
      const judged = results.months.filter(({ report }) => report);
      expect(judged.length).toBeGreaterThan(6);
      for (const { report, total, lost = [] } of judged.slice(0, 4)) {
        const { judgement } = (await visitor.json(`/reports/${report}`)) as Sheet;
        expect(total).toEqual(judgement.total);
        const lacking = judgement.criteria.filter(({ points, max }) => points !== undefined && points < max);
        expect(lost.map(({ id }) => id).sort()).toEqual(lacking.map(({ id }) => id).sort());
        const sheet = (await visitor.get(`/reports/${report}`)).text;
        for (const { why } of lost) {
          const html = why.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
          expect([sheet.includes(html), page.includes(html)], why).toEqual([true, true]);
        }
      }
      expect(new Set(results.months.flatMap(({ report }) => report ?? []).map((id) => id.split('_')[0]))).toEqual(
        new Set([cell]),
      );
    },
  );

  it('are nobody else’s', async () => {
    const other = await Visitor.signedIn('thang');
    expect((await other.get(`/results/${cell}`)).status).toBe(404);
    const self = await Visitor.signedIn('thanh-van.thanh-binh');
    for (const unit of [own, 'hiep-hoa', `${own}.khong-co`, 'hiep-hoa.thang.tieu-hoc']) {
      expect((await self.get(`/results/${unit}`)).status, unit).toBe(404);
    }
    expect((await self.get('/')).text).toContain(`href="/results/${cell}"`);
  });
});
