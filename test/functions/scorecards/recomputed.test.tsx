import { readXlsx } from 'hucre/xlsx';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { toPdf } from '#functions/scorecards/formats/pdf/to-pdf.ts';
import { toCellsCsv } from '#functions/scorecards/formats/to-cells-csv.ts';
import { toCsv } from '#functions/scorecards/formats/to-csv.ts';
import { toJson } from '#functions/scorecards/formats/to-json.ts';
import { toTrendCsv } from '#functions/scorecards/formats/to-trend-csv.ts';
import { toTrendJson } from '#functions/scorecards/formats/to-trend-json.ts';
import { toXlsx } from '#functions/scorecards/formats/to-xlsx.ts';
import { formatNumber } from '#shared/language/format.ts';
import type { SpanDays } from '#shared/matters/settling-time.ts';
import { addMonths, lastMonthOf } from '#shared/period.ts';
import { topics as topicLabels } from '#shared/reports/topics.ts';
import { mergeDistricts } from '#shared/scorecards/merge-districts.ts';
import type { MatterLine, Scorecard } from '#shared/scorecards/scorecard.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { type RandomDistrict, randomDistrict } from '#test/functions/scorecards/random-district.ts';
import { type Counts, recompute } from '#test/functions/scorecards/recompute.ts';
import { howMany } from '#test/how-many.ts';
import { readPage } from '#test/web/read-page.ts';
import { ScorecardPage } from '#web/scorecards/scorecard-page.tsx';
import { TrendPage } from '#web/scorecards/trend-page.tsx';

const countsOf = (indicators: Scorecard['indicators']): Counts =>
  Object.fromEntries(indicators.map(({ id, numerator, denominator }) => [id, [numerator, denominator] as const]));

/** The lines of a CSV of ours as records; numbers and slugs need no quotes. */
function recordsOf(csv: string): Record<string, string>[] {
  const [head = [], ...rows] = csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

const exported = { by: 'district', at: '2021-04-11T02:00:00.000Z' };
const context = { lang: 'vi', path: '/' } as const;

const means: readonly string[] = ['score', 'scoreGap'];
const counts: readonly string[] = ['tasksSet', 'matters', 'mattersOpened', 'mattersSettled'];

/** What people read of a figure's parts: of a mean over how many it is, and the mean itself to one decimal. */
function said(id: string, [numerator, denominator]: readonly [number, number]): readonly string[] {
  if (counts.includes(id)) return [formatNumber(numerator)];
  if (!means.includes(id)) return [`${formatNumber(numerator)}/${formatNumber(denominator)}`];
  const mean = denominator === 0 ? '—' : formatNumber(Math.round((numerator * 10) / denominator) / 10);
  return [formatNumber(denominator / 100), mean];
}

/** A trend that ends with the district's month, and begins a year before. */
function partsOf({ scorecard, cells }: RandomDistrict) {
  const to = lastMonthOf(scorecard.month);
  return { cells, trend: trendOf({ from: addMonths(to, -11), to }, [scorecard]), exported };
}

const conduct = ['lateArrivals', 'notesTaken', 'halfSpoke', 'concrete', 'sameFocus'] as const;

/** The lines of a month by figure; one that is blank was not counted. */
function countsIn(lines: readonly Record<string, string>[]): Counts {
  return Object.fromEntries(
    lines.map((line) => [line['figure'], [Number(line['numerator']), Number(line['denominator'])]] as const),
  );
}

const topicLines = (concerns: Readonly<Record<string, number>>, all: number): Counts =>
  Object.fromEntries(Object.entries(concerns).map(([topic, count]) => [`topic${topic}`, [count, all]] as const));

const seeds = Array.from({ length: 200 }, (_, at) => `district ${at}`);
const shapeOf = (seed: string) => {
  const number = Number(seed.split(' ')[1]);
  return [1 + (number % 7), 1 + ((number * 13) % 60)] as const;
};

/** Before the deadline, between it and the closing, and afterwards. */
const times = ['2021-04-03T02:00:00.000Z', '2021-04-08T02:00:00.000Z', '2021-04-10T17:00:00.000Z'] as const;
const timeOf = (seed: string) => times[Number(seed.split(' ')[1]) % times.length];
const verdictWords = { met: 'Đạt', missed: 'Chưa đạt', open: 'Chưa kết luận' } as const;
const verdictsOf = (indicators: Scorecard['indicators']) =>
  Object.fromEntries(indicators.flatMap(({ id, target, verdict }) => (target ? [[id, verdict]] : [])));

describe('200 random districts, recomputed in SQL', () => {
  it.each(seeds)('%s says the same in JSON, CSV and on the page, unit by unit and cell by cell', (seed) => {
    const district = randomDistrict(seed, ...shapeOf(seed), timeOf(seed));
    const { scorecard, cells, directory } = district;
    const { figures: sql, topics, raised, verdicts } = recompute(district);
    const whole = sql('1');

    const json = JSON.parse(toJson(scorecard, cells)) as Omit<Scorecard, 'matters'> & {
      matters?: Record<string, MatterLine & { medianDays: SpanDays | null }>;
      cells: { unit: string; figures: Record<string, [number, number]> }[];
    };
    const told = verdicts('1');
    expect(countsOf(json.indicators)).toEqual(whole);
    expect(verdictsOf(json.indicators)).toEqual(told);
    for (const { unit, indicators } of json.children) {
      expect(countsOf(indicators), unit).toEqual(sql('commune = :unit', { unit }));
      expect(verdictsOf(indicators), unit).toEqual(verdicts('commune = :unit', { unit }));
    }
    for (const { group, communes, indicators } of json.groups) {
      const own = communes.map((commune) => `'${commune}'`).join();
      expect(countsOf(indicators), `${group}`).toEqual(sql(`commune IN (${own})`));
    }
    const lines = recordsOf(toCsv(scorecard));
    const cellLines = recordsOf(toCellsCsv(scorecard, cells));
    expect(json.cells).toHaveLength(directory.cells.length);
    expect(cellLines).toHaveLength(directory.cells.length);
    const ofCells = sql('is_cell');
    for (const [id, [numerator, denominator]] of Object.entries(whole)) {
      const line = lines.find((each) => each['unit'] === 'h' && each['indicator'] === id);
      expect([line?.['numerator'], line?.['denominator']], id).toEqual([`${numerator}`, `${denominator}`]);
      expect(line?.['verdict'], id).toBe(told[id] ?? '');
      expect([line?.['notDue'], line?.['missing']], id).toEqual([
        `${whole['notDue']?.[0]}`,
        `${whole['missing']?.[0]}`,
      ]);
      const sum = (part: string) => cellLines.reduce((total, each) => total + Number(each[`${id}${part}`]), 0);
      if (counts.includes(id)) expect(sum(''), id).toBe(ofCells[id]?.[0]);
      else expect([sum('Numerator'), sum('Denominator')], id).toEqual(ofCells[id]);
    }
    const linesOf = Object.entries(topics()).map(([topic, { counts, days }]) => {
      // The middle one, or of two the lower, lies in the span that is told; the days themselves are not kept.
      const median = days[Math.ceil(days.length / 2) - 1];
      return [topic, counts, median];
    });
    expect(
      Object.entries(json.matters ?? {}).map(([topic, { opened, settled, open, overdue, medianDays }], at) => {
        const median = Number(linesOf[at]?.[2]);
        const inSpan = medianDays && median >= medianDays.from && median <= (medianDays.to ?? median);
        return [topic, [opened, settled, open, overdue], inSpan ? median : undefined];
      }),
    ).toEqual(linesOf);
    const concerns = raised();
    const all = Object.values(concerns).reduce((sum, count) => sum + count, 0);
    expect(json.topics ?? {}).toEqual(concerns);
    for (const topic of Object.keys(topicLabels)) {
      const sum = cellLines.reduce((total, each) => total + Number(each[`topic${topic}`]), 0);
      expect(sum, topic).toBe(concerns[topic] ?? 0);
    }
    const { trend } = partsOf(district);
    const byMonth = recordsOf(toTrendCsv(trend));
    expect(countsIn(byMonth)).toEqual({ ...whole, ...topicLines(concerns, all) });
    const months = JSON.parse(toTrendJson(trend)) as { months: Record<string, unknown>[] };
    expect(months.months.at(-1)).toMatchObject({ figures: whole, topics: concerns, bypass: whole['bypass']?.[0] });
    expect(months.months[0]).toMatchObject({ status: null, figures: {}, topics: null, bypass: null });
    const page = readPage(
      <TrendPage context={context} unit={{ id: 'h', name: 'Hiệp Hòa' }} span={trend} trend={trend} />,
    );
    const row = page.findLast(({ name, text }) => name === 'tr' && text.startsWith('Tháng 03/2021'));
    const shown = page.filter(({ name, parent }) => name === 'td' && parent === row);
    const codes = Object.keys(topicLabels).filter((topic) => concerns[topic]);
    const lastRow = [...codes.map((topic) => concerns[topic] ?? 0), all, whole['bypass']?.[0] ?? 0];
    expect(shown.map(({ text }) => text)).toEqual(lastRow.map((count) => formatNumber(count)));

    const rows = readPage(<ScorecardPage context={context} scorecard={scorecard} />).filter(
      ({ name }) => name === 'tr',
    );
    for (const [id, counts] of Object.entries(whole)) {
      const row = rows.find(({ text }) => text.startsWith(indicatorLabels.vi[id as 'reported']));
      // An open month's page leaves out what has no target and of which nothing has come.
      if (!row && scorecard.status === 'live') {
        expect([id in told, counts[0]], id).toEqual([false, 0]);
        continue;
      }
      for (const words of said(id, counts)) expect(row?.text, id).toContain(words);
      const verdict = told[id] as keyof typeof verdictWords | null | undefined;
      if (verdict) expect(row?.text, id).toMatch(new RegExp(` ${verdictWords[verdict]}`));
    }
  });

  it.each(seeds.filter((_, at) => at % 20 === 0))('%s says the same in its workbook and its PDF', async (seed) => {
    const district = randomDistrict(seed, ...shapeOf(seed), timeOf(seed));
    const { figures: sql, raised, verdicts } = recompute(district);
    const { sheets } = await readXlsx(await toXlsx(district.scorecard, partsOf(district)));
    const rowsIn = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? [];
    const pdf = await getDocumentProxy(new Uint8Array(await toPdf(district.scorecard, partsOf(district))));
    const { text } = await extractText(pdf, { mergePages: true });
    const report = text.replace(/\s+/g, ' ');
    const told = verdicts('1');
    for (const [id, counts] of Object.entries(sql('1'))) {
      const label = indicatorLabels.vi[id as 'reported'];
      const row = rowsIn('Bảng tổng hợp').find(([, name]) => name === label);
      const unit = means.includes(id) ? 100 : 1;
      expect([row?.[2], row?.[3]], id).toEqual(counts.map((part) => part / unit));
      const verdict = told[id] as keyof typeof verdictWords | null | undefined;
      const words = verdict ? verdictWords[verdict] : '';
      expect((row?.[6] ?? '').toString().toLowerCase(), id).toBe(words.toLowerCase());
      if (id in told) expect([row?.[11], row?.[12]], id).toEqual([sql('1')['notDue']?.[0], sql('1')['missing']?.[0]]);
      expect(report, id).toContain(`${label} ${said(id, counts).join(' ')}`);
    }
    for (const sheet of ['Các xã', 'Các chi bộ']) {
      const total = rowsIn(sheet).find((row) => row[1] === 'Cộng');
      const [present, required] = sql('1')['attendance'] ?? [];
      expect(total, sheet).toEqual(expect.arrayContaining([present, required]));
    }
    for (const { name } of district.cells) expect(report).toContain(name);

    const concerns = raised();
    const all = Object.values(concerns).reduce((sum, count) => sum + count, 0);
    const over = sql('1')['bypass']?.[0] ?? 0;
    const sheet = rowsIn('Vấn đề theo tháng');
    expect(sheet.find(([month]) => month === 'Tháng 03/2021')?.slice(1)).toEqual([
      ...Object.keys(topicLabels).map((topic) => concerns[topic] ?? 0),
      ...[all, over],
    ]);
    expect(
      sheet
        .find(([month]) => month === 'Tháng 02/2021')
        ?.slice(1)
        .filter((cell) => cell !== null),
    ).toEqual([]);
    const before = '— '.repeat(11);
    for (const [topic, count] of Object.entries(concerns)) {
      expect(report).toContain(`${topicLabels[topic as 'VC'].vi} ${before}${count}`);
    }
    expect(report).toContain(`Trong đó: khiếu kiện vượt cấp ${before}${over}`);
    const months = rowsIn('Diễn biến').find(([month]) => month === 'Tháng 03/2021') ?? [];
    const heads = rowsIn('Diễn biến').find(([head]) => head === 'Tháng') ?? [];
    for (const id of conduct) {
      const column = heads.indexOf(indicatorLabels.vi[id]);
      expect(months.slice(column, column + 2), id).toEqual(sql('1')[id]);
      const [numerator, denominator] = sql('1')[id] ?? [0, 0];
      // A month that is open has no share of which nothing has come.
      const isBlank = denominator === 0 || (numerator === 0 && timeOf(seed) !== times[2]);
      const reading = isBlank ? '—' : formatNumber(Math.round((numerator * 1000) / denominator) / 10);
      expect(report, id).toContain(`${indicatorLabels.vi[id]} ${before}${reading}`);
    }
  });

  it.each(seeds.filter((_, at) => at % 20 === 0))('%s and its neighbour add up to their province', (seed) => {
    const both = [seed, `${seed} b`].map((each) => randomDistrict(each, ...shapeOf(seed)));
    const province = mergeDistricts(
      { unit: 'tinh', name: 'Bắc Giang' },
      both.map(({ scorecard }) => scorecard),
    );
    const [one, other] = both.map((district) => recompute(district).figures('1'));
    const sums = Object.entries(one ?? {}).map(([id, parts]) => [
      id,
      parts.map((part, at) => part + (other?.[id]?.[at] ?? 0)),
    ]);
    expect(countsOf(province.indicators)).toEqual(Object.fromEntries(sums));
  });
});

const CELLS = howMany.cellsInFiles;

describe(`${CELLS} cells`, () => {
  it('come out whole in every format', { timeout: 180_000 }, async () => {
    const district = randomDistrict('large', 130, CELLS);
    const { scorecard, cells } = district;
    expect(scorecard.children).toHaveLength(130);
    expect(recordsOf(toCellsCsv(scorecard, cells))).toHaveLength(CELLS);
    expect((JSON.parse(toJson(scorecard, cells)) as { cells: unknown[] }).cells).toHaveLength(CELLS);

    const { sheets } = await readXlsx(await toXlsx(scorecard, partsOf(district)));
    const names = new Set(cells.map(({ name }) => name));
    const inSheet = (sheet: string, column: number) =>
      (sheets.find(({ name }) => name === sheet)?.rows ?? []).filter((row) =>
        typeof row[column] === 'string' ? names.has(row[column].split(' (')[0] ?? '') : false,
      );
    expect(inSheet('Các chi bộ', 1)).toHaveLength(CELLS);
    expect(inSheet('Biểu tháng', 1)).toHaveLength(CELLS);

    const pdf = await getDocumentProxy(new Uint8Array(await toPdf(scorecard, partsOf(district))));
    const { text } = await extractText(pdf, { mergePages: true });
    const numbers = new Set([...text.matchAll(/Thượng\s+(\d+)/g)].map(([, number]) => number));
    expect(numbers.size).toBe(CELLS);
  });
});
