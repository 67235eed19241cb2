import type { ReportFigures } from '#shared/reports/free-text.ts';
import { stepsOf } from '#shared/reports/result-units.ts';
import type { ResultCounter, Tally } from '#shared/scorecards/tally.ts';

/** What a meeting's resolution is reported to have brought about, of every kind of meeting. */
export function countResults({ results = [] }: Pick<ReportFigures, 'results'>): Tally {
  const counts: Partial<Record<ResultCounter, number>> = {};
  for (const { unit, quantity } of results) {
    counts[`result:${unit}`] = (counts[`result:${unit}`] ?? 0) + stepsOf(quantity, unit);
    counts[`results:${unit}`] = (counts[`results:${unit}`] ?? 0) + 1;
  }
  return counts;
}
