import { judgeAttendance, requiredIn } from '#shared/judging/attendance.ts';
import { hundredths, leastMinutes, scoreCriteria, type Thematic } from '#shared/judging/criteria.ts';
import type { CriterionResult, Flag, Judgement } from '#shared/judging/judgement.ts';
import type { Grade, Regime } from '#shared/norms/regimes.ts';
import type { Day } from '#shared/period.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';

/**
 * The regime's judgement of one meeting: its score, its attendance, and what stands out.
 *
 * @param thematic whether the month has a thematic meeting, and whether it was held together with this meeting, which
 *   must then be longer
 */
export function judgeMeeting(report: ReportFigures, regime: Regime, thematic: Thematic = 'none'): Judgement {
  const required = requiredIn(report, regime);
  const met = judgeAttendance({ present: report.present, required }, regime.attendance);
  const flags: Flag[] = [];
  if (met === 'missed') flags.push('below-attendance');
  if (report.unexcused > 0) flags.push('unexcused-absence');
  if (report.durationMinutes < leastMinutes({ report, regime, thematic })) flags.push('too-short');
  if (report.kind === 'regular' && !onDay(report.date, regime)) flags.push('off-day');
  if (report.resolution === 'none') flags.push('no-resolution');
  if (report.papersSent === 'no') flags.push('papers-late');
  return {
    attendance: { present: report.present, required, met },
    ...scoreMeeting(report, regime, thematic),
    flags,
  };
}

/**
 * The score sheet of one meeting. The form also shows it during typing.
 *
 * Criteria that depend on figures are computed; the judged ones have the points that the cell's committee entered. If
 * figures or judgements are missing, the total says so and covers only the rest, and so does the grade.
 */
export function scoreMeeting(
  report: ReportFigures,
  regime: Regime,
  thematic: Thematic = 'none',
): Omit<Judgement, 'attendance' | 'flags'> {
  const criteria = scoreCriteria({ report, regime, thematic });
  const total = totalOf(criteria);
  return { criteria, total, ...(total.max > 0 && gateGrade(gradeOf(total, regime), criteria, regime)) };
}

/** Whether a regular meeting was held on the fixed day, or was moved only as far as the regime allows. */
function onDay(date: Day, { meetingDay }: Regime): boolean {
  return meetingDay === undefined || Number(date.slice(8)) <= meetingDay.until;
}

/** The grade for a share of points. Each band includes its lower end and not its upper, so 89.5 is in a band too. */
export function gradeOf({ points, max }: { readonly points: number; readonly max: number }, regime: Regime): Grade {
  const grades = ['good', 'fair', 'average'] as const;
  // Whole hundredths, because 18.9 * 100 is a little below 1890.
  const share = Math.round(points * 100);
  return grades.find((grade) => share >= regime.grades[grade] * max) ?? 'poor';
}

/** "Tốt" becomes "Khá" if a criterion that must have full marks does not have them. */
function gateGrade(
  grade: Grade,
  criteria: readonly CriterionResult[],
  { fullMarksForGood }: Regime,
): Pick<Judgement, 'grade' | 'gatedBy'> {
  if (grade !== 'good') return { grade };
  const missing = criteria.filter(
    ({ id, points, max }) => fullMarksForGood.includes(id) && points !== undefined && points < max,
  );
  return missing.length === 0 ? { grade } : { grade: 'fair', gatedBy: missing.map(({ id }) => id) };
}

function totalOf(criteria: readonly CriterionResult[]): Judgement['total'] {
  const scored = criteria.filter((criterion) => criterion.points !== undefined);
  return {
    points: hundredths(scored.reduce((sum, { points = 0 }) => sum + points, 0)),
    max: scored.reduce((sum, { max }) => sum + max, 0),
    complete: scored.length === criteria.length,
  };
}
