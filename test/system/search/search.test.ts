import { describe, expect, it } from 'vitest';
import { lastMonth } from '#test/system/meeting.ts';
import { Visitor } from '#test/system/visitor.ts';

interface Answer {
  readonly count: number;
  readonly found: readonly {
    readonly kind: string;
    readonly count: number;
    readonly hits: readonly { readonly name: string; readonly path: string }[];
  }[];
}

const searched = async (visitor: Visitor, q: string) =>
  (await visitor.json(`/search?q=${encodeURIComponent(q)}`)) as Answer;
const hitsOf = ({ found }: Answer, kind: string) => found.find((each) => each.kind === kind)?.hits ?? [];

describe('the search', () => {
  it.each(['Đoan Bái', 'doan bai', 'ĐOAN BÁI', '  đoan   bái '])('finds a unit by %j', async (typed) => {
    const district = await Visitor.signedIn('district');
    expect(hitsOf(await searched(district, typed), 'units').map(({ name }) => name)).toContain('Xã Đoan Bái');
  });

  it('says how many there are, also on the page, and finds nothing by nothing', async () => {
    const district = await Visitor.signedIn('district');
    const { count } = await searched(district, 'thanh');
    expect((await district.get('/search?q=thanh')).text).toContain(`Tìm thấy ${count} kết quả`);
    expect((await searched(district, '')).count).toBe(0);
    expect((await searched(district, ' - ')).count).toBe(0);
    expect((await district.get('/search?q=zzzz')).text).toContain('Không tìm thấy “zzzz”');
  });

  it('leads only to pages that its reader may open', async () => {
    for (const user of ['district', 'group3', 'thanh-van', 'thanh-van.thanh-binh']) {
      const visitor = await Visitor.signedIn(user);
      for (const typed of ['thanh', 'dat', 'chi bo', 'an ninh']) {
        const { found } = await searched(visitor, typed);
        for (const { path } of found.flatMap(({ hits }) => hits)) {
          expect((await visitor.get(path)).status, `${user}: ${path}`).toBe(200);
        }
      }
    }
  });

  it('finds of units and matters what is the reader’s own, and nothing of others', async () => {
    const [commune, cell] = [await Visitor.signedIn('thanh-van'), await Visitor.signedIn('thanh-van.thanh-binh')];
    expect(hitsOf(await searched(commune, 'doan bai'), 'units')).toEqual([]);
    const own = hitsOf(await searched(cell, 'chi bo'), 'units');
    expect(own.map(({ path }) => path.split('unit=')[1])).toEqual(['hiep-hoa.thanh-van.thanh-binh']);
    const group = await Visitor.signedIn('group3');
    const { communes } = (await group.json('/')) as { communes: string[] };
    for (const { path } of hitsOf(await searched(group, 'chi bo'), 'units')) {
      const unit = path.split('unit=')[1] ?? '';
      expect(
        communes.some((each) => unit === each || unit.startsWith(`${each}.`)),
        unit,
      ).toBe(true);
    }
    const district = await Visitor.signedIn('district');
    const all = await searched(district, 'dat dai');
    const mine = await searched(commune, 'dat dai');
    const paths = new Set(hitsOf(mine, 'matters').map(({ path }) => path));
    for (const path of paths) expect(path).toContain('/matters/hiep-hoa.thanh-van.');
    expect(all.found.find(({ kind }) => kind === 'matters')?.count ?? 0).toBeGreaterThan(paths.size);
  });

  it('finds a receipt for whoever sees the report, and for nobody else', async () => {
    const [commune, other] = [await Visitor.signedIn('thang'), await Visitor.signedIn('thanh-van')];
    const board = (await commune.json(`/months/${lastMonth}`)) as { cells: { reports: { id: string }[] }[] };
    const id = board.cells.flatMap(({ reports }) => reports)[0]?.id ?? '';
    const number = /\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await commune.get(`/reports/${id}`)).text)?.[0] ?? '';
    expect(hitsOf(await searched(commune, number), 'receipts')).toMatchObject([{ name: number }]);
    expect(hitsOf(await searched(commune, number.toLowerCase().replaceAll('-', ' ')), 'receipts')).toHaveLength(1);
    expect(hitsOf(await searched(other, number), 'receipts')).toEqual([]);
    // A decision upon it has another: whoever types the first finds it by that name.
    const district = await Visitor.signedIn('district');
    const confirm = { action: 'confirm', baseRevision: '1', reason: 'Đã đối chiếu' };
    expect((await district.post(`/reports/${id}`, { csrf: await district.csrf(), ...confirm })).status).toBe(200);
    const newer = /\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await commune.get(`/reports/${id}`)).text)?.[0] ?? '';
    for (const each of [number, newer]) {
      expect(hitsOf(await searched(commune, each), 'receipts')).toMatchObject([{ name: each }]);
    }
  });

  it('records whose words it shows', async () => {
    const district = await Visitor.signedIn('district');
    const shown = hitsOf(await searched(district, 'dat dai'), 'matters').length;
    expect(shown).toBeGreaterThan(0);
    expect((await district.get('/audit')).text).toContain('search: ');
  });
});
