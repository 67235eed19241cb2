import { readXlsx } from 'hucre/xlsx';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { resultColumn } from '#functions/scorecards/formats/columns.ts';
import { toPdf } from '#functions/scorecards/formats/pdf/to-pdf.ts';
import { toCellsCsv } from '#functions/scorecards/formats/to-cells-csv.ts';
import { toCsv } from '#functions/scorecards/formats/to-csv.ts';
import { toJson } from '#functions/scorecards/formats/to-json.ts';
import { toXlsx } from '#functions/scorecards/formats/to-xlsx.ts';
import { formatNumber } from '#shared/language/format.ts';
import { lastMonthOf } from '#shared/period.ts';
import { type ResultUnit, resultUnitCodes, resultUnits } from '#shared/reports/result-units.ts';
import { mergeDistricts } from '#shared/scorecards/merge-districts.ts';
import { mergeMonths } from '#shared/scorecards/merge-months.ts';
import type { ResultSums, Scorecard } from '#shared/scorecards/scorecard.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { randomDistrict } from '#test/functions/scorecards/random-district.ts';
import { recompute } from '#test/functions/scorecards/recompute.ts';
import { readPage } from '#test/web/read-page.ts';
import { ScorecardPage } from '#web/scorecards/scorecard-page.tsx';

const seeds = Array.from({ length: 40 }, (_, at) => `results ${at}`);
const districtOf = (seed: string) => randomDistrict(seed, 1 + (Number(seed.slice(8)) % 5), 20);
const told = (sums: ResultSums | undefined) =>
  Object.fromEntries(Object.entries(sums ?? {}).map(([unit, { quantity, results }]) => [unit, [quantity, results]]));
const numberIn = (text: string | undefined) => Number((text ?? '').replace(',', '.'));

/** The lines of a CSV of ours as records. */
function recordsOf(csv: string): Record<string, string>[] {
  const [head = [], ...rows] = csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

describe('results in units, added up in SQL', () => {
  it.each(seeds)('%s: cells, communes, groups and the district, in JSON, CSV and on the page', (seed) => {
    const district = districtOf(seed);
    const { scorecard, cells } = district;
    const { results: sql } = recompute(district);
    const whole = sql('1');
    const json = JSON.parse(toJson(scorecard, cells)) as Scorecard & { cells: Pick<Scorecard, 'unit' | 'results'>[] };
    expect(told(json.results)).toEqual(whole);
    for (const { unit, results } of json.children)
      expect(told(results), unit).toEqual(sql('commune = :unit', { unit }));
    for (const { communes, results } of json.groups) {
      expect(told(results)).toEqual(sql(`commune IN (${communes.map((commune) => `'${commune}'`).join()})`));
    }
    for (const { unit, results } of json.cells) expect(told(results), unit).toEqual(sql('cell = :unit', { unit }));

    const lines = recordsOf(toCsv(scorecard)).filter(({ results }) => results !== '');
    const ofWhole = lines.filter(({ unit }) => unit === 'h');
    expect(ofWhole.map(({ indicator, value, results }) => [indicator, numberIn(value), Number(results)])).toEqual(
      resultUnitCodes.flatMap((code) => (whole[code] ? [[resultColumn(code), ...whole[code]]] : [])),
    );
    for (const { unit } of scorecard.children) {
      expect(lines.filter((line) => line['unit'] === unit)).toHaveLength(
        Object.keys(sql('commune = :unit', { unit })).length,
      );
    }
    const cellLines = recordsOf(toCellsCsv(scorecard, cells));
    for (const code of resultUnitCodes) {
      const sum =
        cellLines.reduce((total, line) => total + Math.round(numberIn(line[resultColumn(code)]) * 10), 0) / 10;
      expect(sum, code).toBe(whole[code]?.[0] ?? 0);
    }

    const rows = readPage(<ScorecardPage context={{ lang: 'vi', path: '/' }} scorecard={scorecard} />).filter(
      ({ name }) => name === 'tr',
    );
    for (const [code, [quantity, results]] of Object.entries(whole)) {
      const name = resultUnits[code as ResultUnit].vi;
      expect(rows.map(({ text }) => text)).toContain(`${name}${formatNumber(quantity)}${formatNumber(results)}`);
    }
  });

  it.each(seeds.slice(0, 5))('%s: the workbook and the PDF', async (seed) => {
    const district = districtOf(seed);
    const { scorecard, cells } = district;
    const whole = recompute(district).results('1');
    const to = lastMonthOf(scorecard.month);
    const exported = { by: 'district', at: '2021-04-11T02:00:00.000Z' };
    const parts = { cells, trend: trendOf({ from: to, to }, [scorecard]), exported };
    const { sheets } = await readXlsx(await toXlsx(scorecard, parts));
    const rows = sheets.find(({ name }) => name === 'Kết quả')?.rows ?? [];
    const total = rows.find(([, name]) => name === 'Cộng') ?? [];
    expect(total.slice(2)).toEqual(resultUnitCodes.map((code) => whole[code]?.[0] ?? 0));
    const pdf = await getDocumentProxy(new Uint8Array(await toPdf(scorecard, parts)));
    const { text } = await extractText(pdf, { mergePages: true });
    const said = text.replace(/\s+/g, ' ');
    for (const [code, [quantity, results]] of Object.entries(whole)) {
      const name = resultUnits[code as ResultUnit].vi;
      expect(said, code).toContain(`${name} ${formatNumber(quantity)} ${formatNumber(results)}`);
    }
  });

  it.each(seeds.slice(0, 10))('%s and its neighbour: their province, and two months: their quarter', (seed) => {
    const both = [seed, `${seed} b`].map((each) => randomDistrict(each, 2, 20));
    const sums: Record<string, [number, number]> = {};
    for (const [unit, [quantity, results]] of both.flatMap((each) => Object.entries(recompute(each).results('1')))) {
      const [q, n] = sums[unit] ?? [0, 0];
      sums[unit] = [Math.round((q + quantity) * 10) / 10, n + results];
    }
    const [one, other] = both.map(({ scorecard }) => scorecard) as [Scorecard, Scorecard];
    expect(told(mergeDistricts({ unit: 'tinh', name: 'Bắc Giang' }, [one, other]).results)).toEqual(sums);
    const quarter = mergeMonths('2021-Q1' as never, [{ ...other, month: '2021-02' as never }, one]);
    expect(told(quarter?.results)).toEqual(sums);
  });
});

it('a scorecard of rules that did not count results says nothing of them, on the page and in every file', async () => {
  const { results: _, children, groups, ...rest } = randomDistrict('older', 2, 6).scorecard;
  const older: Scorecard = {
    ...rest,
    children: children.map(({ results: __, ...child }) => child),
    groups: groups.map(({ results: __, ...group }) => group),
  };
  expect(JSON.parse(toJson(older))).not.toHaveProperty('results');
  expect(recordsOf(toCsv(older)).filter(({ results }) => results !== '')).toEqual([]);
  const page = readPage(<ScorecardPage context={{ lang: 'vi', path: '/' }} scorecard={older} />);
  expect(page.some(({ attributes }) => attributes['id'] === 'results')).toBe(false);
  expect(mergeMonths('2021-Q1' as never, [older])).not.toHaveProperty('results');
});
