import { type CsvValue, csvRow } from '#functions/http/csv-row.ts';
import type { CellRow } from '#functions/scorecards/formats/cell-rows.ts';
import { cellColumns, isCount } from '#functions/scorecards/formats/columns.ts';
import { resultUnitCodes } from '#shared/reports/result-units.ts';
import { type Topic, topics } from '#shared/reports/topics.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import { indicatorIds } from '#shared/scorecards/indicators.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';

const topicCodes = Object.keys(topics) as readonly Topic[];

/** Every cell of a scorecard as a tidy table, one line a cell-month: all of them, however many there are. */
export function toCellsCsv(scorecard: Scorecard, cells: readonly CellRow[]): string {
  // Without the byte order mark Excel reads the file as Latin letters.
  return [`\uFEFF${csvRow(Object.keys(cellColumns))}`, ...cells.map((cell) => csvRow(line(scorecard, cell)))].join('');
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
