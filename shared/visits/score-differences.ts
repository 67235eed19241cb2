import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { Visit } from '#shared/visits/visit.ts';

/** A judged criterion for which the visitor and the cell give other points. */
export interface ScoreDifference {
  readonly criterion: string;
  readonly own: number;
  readonly visitor: number;
}

/**
 * Where a visit disagrees with the cell's own score of the meeting that was attended; a criterion that either has not
 * scored says nothing.
 *
 * @param report the cell's report of that day; nothing to compare where there is none
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
