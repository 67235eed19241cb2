import { type CsvValue, csvRow } from '#functions/http/csv-row.ts';
import type { CellRow } from '#functions/scorecards/formats/cell-rows.ts';
import { type ResultUnit, resultUnitCodes } from '#shared/reports/result-units.ts';
import { type Topic, topics } from '#shared/reports/topics.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import { type IndicatorId, indicatorIds, ruleOf } from '#shared/scorecards/indicators.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';

const topicCodes = Object.keys(topics) as readonly Topic[];

/** The columns of the table of cells: who and when, then two a figure, then the matters by topic. */
export const cellColumns: readonly string[] = [
  ...['unit', 'name', 'commune', 'communeName', 'month', 'status', 'revision', 'rank', 'meetingDay', 'members'],
  'reasons',
  ...indicatorIds.flatMap((id) => (isCount(id) ? [id] : [`${id}Numerator`, `${id}Denominator`])),
  ...topicCodes.map((code) => `topic${code}`),
  ...resultUnitCodes.map(resultColumn),
];

/** @example resultColumn('road') //=> 'resultRoad' */
export function resultColumn(code: ResultUnit): string {
  return `result${code.charAt(0).toUpperCase()}${code.slice(1)}`;
}

/** Every cell of a scorecard as a tidy table, one line a cell-month: all of them, however many there are. */
export function toCellsCsv(scorecard: Scorecard, cells: readonly CellRow[]): string {
  // Without the byte order mark Excel reads the file as Latin letters.
  return [`\uFEFF${csvRow(cellColumns)}`, ...cells.map((cell) => csvRow(line(scorecard, cell)))].join('');
}

function line({ month, status, revision }: Scorecard, cell: CellRow): CsvValue[] {
  const { unit, name, commune, rank, meeting, reasons, topics: counts = {}, results = {} } = cell;
  return [
    ...[unit, name, commune.unit, commune.name, month, status, revision, rank],
    ...[meeting?.day ?? null, meeting?.members ?? null, reasons.join(' ')],
    ...indicatorIds.flatMap((id) => {
      const { numerator = null, denominator = null } = findIndicator(cell.indicators, id) ?? {};
      return isCount(id) ? [numerator] : [numerator, denominator];
    }),
    ...topicCodes.map((code) => counts[code] ?? 0),
    ...resultUnitCodes.map((code) => results[code]?.quantity ?? null),
  ];
}

function isCount(id: IndicatorId): boolean {
  return ruleOf(id).as === 'count';
}
