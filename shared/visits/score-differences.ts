import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { Visit } from '#shared/visits/visit.ts';

/** A judged criterion to which the visitor and the cell give different points. */
export interface ScoreDifference {
  readonly criterion: string;
  readonly own: number;
  readonly visitor: number;
}

/**
 * The criteria on which a visit disagrees with the cell's own score of the attended meeting; a criterion without points
 * from both is left out.
 *
 * @param report the cell's report of that day; without one there is nothing to compare
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
