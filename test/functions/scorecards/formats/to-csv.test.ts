import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { csvRow } from '#functions/http/csv-row.ts';
import { rowsOf } from '#functions/scorecards/formats/cell-rows.ts';
import { cellColumns, figureColumns, trendColumns } from '#functions/scorecards/formats/columns.ts';
import { toCellsCsv } from '#functions/scorecards/formats/to-cells-csv.ts';
import { toCsv } from '#functions/scorecards/formats/to-csv.ts';
import { indicatorIds, indicatorTable, ruleOf } from '#shared/scorecards/indicators.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { scorecards } from '#test/web/demo-month.ts';

const [district, ...communes] = scorecards() as [Scorecard, ...Scorecard[]];
const lines = (csv: string) =>
  csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');

const explained = lines(readFileSync('web/public/assets/scorecard-columns.csv', 'utf8'));

it('has the dictionary that is published; after a change of the tables `npx vitest run -u` writes it anew', async () => {
  const tables = { figures: figureColumns, cells: cellColumns, months: trendColumns };
  const rows = Object.entries(tables).flatMap(([file, columns]) =>
    Object.entries(columns).map(([name, { vi, en }]) => [file, name, vi, en]),
  );
  const csv = `\uFEFF${[['file', 'column', 'vi', 'en'], ...rows].map(csvRow).join('')}`;
  await expect(csv).toMatchFileSnapshot('../../../../web/public/assets/scorecard-columns.csv');
});

it('has every column in the dictionary, explained in both languages, in the order of the file', () => {
  const dictionary = explained.map((line) => line.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/));
  const of = (file: string) => dictionary.filter(([name]) => name === file).map(([, column]) => column);
  expect(of('figures')).toEqual(Object.keys(figureColumns));
  expect(of('cells')).toEqual(Object.keys(cellColumns));
  expect(of('months')).toEqual(Object.keys(trendColumns));
  expect(dictionary.every((line) => line.length === 4 && line.every((text) => text !== ''))).toBe(true);
});

it('has every figure in the dictionary under its own name', () => {
  const expected = indicatorIds.flatMap((id) => {
    const { vi, en } = indicatorTable[id].label;
    if (ruleOf(id).as === 'count') return [csvRow(['cells', id, vi, en])];
    return [
      csvRow(['cells', `${id}Numerator`, `${vi}: tử số`, `${en}: numerator`]),
      csvRow(['cells', `${id}Denominator`, `${vi}: mẫu số`, `${en}: denominator`]),
    ];
  });
  expect(explained).toEqual(expect.arrayContaining(expected.map((line) => line.trimEnd())));
});

it('has a line a figure of the unit, of each unit below it and of each group', () => {
  const subjects = 1 + district.children.length + district.groups.length;
  // Behind them stand the lines of results, and of cells with commune staff and without.
  const figures = lines(toCsv(district)).filter((line) => line.endsWith(';') && !/;\w*Staff\S*;/.test(line));
  expect(figures).toHaveLength(subjects * district.indicators.length);
});

it('has a line a cell-month, each as wide as its head', () => {
  const cells = communes.flatMap(rowsOf);
  const rows = lines(toCellsCsv(district, cells));
  expect(rows).toHaveLength(1 + cells.length);
  expect(new Set(rows.map((row) => row.split(';').length))).toEqual(new Set([Object.keys(cellColumns).length]));
});
