import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { Visit } from '#shared/visits/visit.ts';

/** A judged criterion for which the visitor and the cell gave different points. */
export interface ScoreDifference {
  readonly criterion: string;
  readonly own: number;
  readonly visitor: number;
}

/**
 * The criteria for which a visit and the cell's own report of the meeting have different points. A criterion counts
 * only where both have scored it.
 *
 * @param report the cell's report of that day; without one there are no differences
 */
export function scoreDifferences(
  { report: visit }: Pick<Visit, 'report'>,
  report: Pick<ReportFigures, 'points'> | undefined,
): ScoreDifference[] {
  if (!visit || !report) return [];
  return Object.entries(visit.points).flatMap(([criterion, visitor]) => {
    const own = report.points[criterion];
    return own === undefined || own === visitor ? [] : [{ criterion, own, visitor }];
  });
}
