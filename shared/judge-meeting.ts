import { judgeAttendance, requiredOf } from '#shared/attendance.ts';
import { computedCriteria } from '#shared/criteria.ts';
import type { CriterionResult, Flag, Judgement } from '#shared/judgement.ts';
import type { Criterion, Grade, Regime } from '#shared/regimes.ts';
import { reasons } from '#shared/texts/reasons.ts';
import type { Facts } from '#shared/words.ts';

/**
 * What the regime says of one meeting.
 *
 * Criteria that follow from facts are computed; the judged ones carry what the cell's committee entered. Where facts
 * or judgements are missing the total covers the rest and says so, and the grade is of that part.
 *
 * @param withThematic whether a thematic part was held on the same day, which asks for a longer meeting
 */
export function judgeMeeting(report: Facts, regime: Regime, withThematic = false): Judgement {
  const required = requiredOf(report);
  const leastMinutes = withThematic ? regime.minimumMinutes.withThematic : regime.minimumMinutes.regular;
  const met = judgeAttendance({ present: report.present, required }, regime.attendance);
  const criteria = regime.criteria.map((criterion) =>
    criterion.how === 'judged' ? judged(criterion, report) : computed(criterion, { report, regime, leastMinutes }),
  );
  const total = totalOf(criteria);
  const flags: Flag[] = [];
  if (met === 'missed') flags.push('below-attendance');
  if (report.unexcused > 0) flags.push('unexcused-absence');
  if (report.durationMinutes < leastMinutes) flags.push('too-short');
  if (report.resolution === 'none') flags.push('no-resolution');
  if (report.papersSent === 'no') flags.push('papers-late');
  return {
    attendance: { present: report.present, required, met },
    criteria,
    total,
    ...(total.max > 0 && { grade: gradeOf(total, regime) }),
    flags,
  };
}

/** The grade of a share of points. Each band is closed below and open above, so that 89.5 is in no hole. */
export function gradeOf({ points, max }: { readonly points: number; readonly max: number }, regime: Regime): Grade {
  const grades = ['good', 'fair', 'average'] as const;
  // In whole hundredths: 18.9 * 100 is a little below 1890.
  const share = Math.round(points * 100);
  return grades.find((grade) => share >= regime.grades[grade] * max) ?? 'poor';
}

function judged(criterion: Criterion, report: Facts): CriterionResult {
  const points = report.points[criterion.id];
  return points === undefined
    ? { ...criterion, why: reasons.notJudged() }
    : { ...criterion, points, why: reasons.judged() };
}

function computed(criterion: Criterion, given: Parameters<(typeof computedCriteria)[string]>[0]): CriterionResult {
  const compute = computedCriteria[criterion.id];
  if (!compute) throw new Error(`No rule computes the criterion ${criterion.id}`);
  const { share, why } = compute(given);
  return share
    ? { ...criterion, points: hundredths((criterion.max * share[0]) / share[1]), why }
    : { ...criterion, why };
}

function totalOf(criteria: readonly CriterionResult[]): Judgement['total'] {
  const scored = criteria.filter((criterion) => criterion.points !== undefined);
  return {
    points: hundredths(scored.reduce((sum, { points = 0 }) => sum + points, 0)),
    max: scored.reduce((sum, { max }) => sum + max, 0),
    complete: scored.length === criteria.length,
  };
}

/** Points have two decimals at most; sums of floating numbers are brought back to them. */
function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}
