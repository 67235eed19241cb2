import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import type { Judgement } from '#shared/judging/judgement.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';

type Score = Pick<Judgement, 'total' | 'grade'>;

/** The three separate scores of a meeting. A later one is absent if nobody has given it. */
export interface Scores {
  /** Given by the cell, or the commune that entered it. */
  readonly self: Score;
  /** Given by the commune or a working group. */
  readonly reviewed?: Score;
  /** Given by the district. */
  readonly official?: Score;
}

/**
 * The scores of one meeting: all use the same figures, each with the points of those who had judged by then.
 *
 * @param month all reports of the cell's month
 */
export function scoresOf(
  { reviewed, official, ...own }: ReportFigures,
  regime: Regime,
  month: readonly ReportFigures[],
): Scores {
  const score = (facts: ReportFigures): Score => {
    const { total, grade } = judgeMeeting(facts, regime, month);
    return { total, ...(grade && { grade }) };
  };
  return {
    self: score(own),
    ...(reviewed && { reviewed: score({ ...own, reviewed }) }),
    ...(official && { official: score({ ...own, ...(reviewed && { reviewed }), official }) }),
  };
}
