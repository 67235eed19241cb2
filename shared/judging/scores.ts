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
 * @param judged the judgement of the report itself, where there is one
 */
export function scoresOf(
  report: ReportFigures,
  regime: Regime,
  month: readonly ReportFigures[],
  judged: Judgement = judgeMeeting(report, regime, month),
): Scores {
  const { reviewed, official, ...own } = report;
  const last = scoreOf(judged);
  // The judgement itself has the points of whoever came last: most meetings are judged once.
  if (!reviewed && !official) return { self: last };
  const score = (facts: ReportFigures) => scoreOf(judgeMeeting(facts, regime, month));
  return {
    self: score(own),
    ...(reviewed && { reviewed: official ? score({ ...own, reviewed }) : last }),
    ...(official && { official: last }),
  };
}

const scoreOf = ({ total, grade }: Judgement): Score => ({ total, ...(grade && { grade }) });
