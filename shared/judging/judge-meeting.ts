import { judgeAttendance, requiredIn } from '#shared/judging/attendance.ts';
import { hundredths, scoreCriteria } from '#shared/judging/criteria.ts';
import type { CriterionResult, Flag, Judgement } from '#shared/judging/judgement.ts';
import { lackingPreparation } from '#shared/judging/preparation.ts';
import { scoreInMonth } from '#shared/judging/score-in-month.ts';
import { isTooShort } from '#shared/judging/session.ts';
import type { Grade, Regime, SheetNorms } from '#shared/norms/regimes.ts';
import type { Day } from '#shared/period.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';

/**
 * The regime's judgement of one meeting: its score, its attendance, and what stands out.
 *
 * @param month all reports of the cell's month: a thematic meeting bears on the regular one, and both on a session of
 *   the two
 */
export function judgeMeeting(report: ReportFigures, regime: Regime, month: readonly ReportFigures[] = []): Judgement {
  const criteria = scoreInMonth(report, regime, month);
  const required = requiredIn(report, regime);
  const met = judgeAttendance({ present: report.present, required }, regime.attendance);
  const flags: Flag[] = [];
  if (met === 'missed') flags.push('below-attendance');
  if (report.unexcused > 0) flags.push('unexcused-absence');
  if (isTooShort(report, regime, month)) flags.push('too-short');
  if (report.kind === 'regular' && !onDay(report.date, regime)) flags.push('off-day');
  if (report.resolution === 'none') flags.push('no-resolution');
  if (report.kind === 'regular') flags.push(...lackingPreparation(report, regime));
  else if (report.papersSent === 'no') flags.push('papers-late');
  return {
    attendance: { present: report.present, required, met },
    ...gradeSheet(criteria, regime),
    flags,
  };
}

/** The score sheet of one meeting by itself, as the form shows it during typing. */
export function scoreMeeting(report: ReportFigures, regime: SheetNorms): Sheet {
  return gradeSheet(scoreCriteria({ report, regime, thematic: 'none' }), regime);
}

type Sheet = Omit<Judgement, 'attendance' | 'flags'>;

/**
 * The total and the grade of scored lines.
 *
 * If figures or judgements are missing, the total says so and covers only the rest. A meeting has a grade only if the
 * share of its points that the regime names is judged; what is missing then counts as none, so a blank is never better
 * than a no.
 */
function gradeSheet(criteria: readonly CriterionResult[], regime: SheetNorms): Sheet {
  const total = totalOf(criteria);
  const { points, max, reachable } = total;
  const isGraded = reachable > 0 && max * 100 >= regime.gradedFrom * reachable;
  return {
    criteria,
    total,
    ...(isGraded && gateGrade(gradeOf({ points, max: reachable }, regime), criteria, regime)),
  };
}

/** Whether a regular meeting was held on the fixed day, or was moved only as far as the regime allows. */
function onDay(date: Day, { meetingDay }: Regime): boolean {
  return meetingDay === undefined || Number(date.slice(8)) <= meetingDay.until;
}

/** The grade for a share of points. Each band includes its lower end and not its upper, so 89.5 is in a band too. */
export function gradeOf(
  { points, max }: { readonly points: number; readonly max: number },
  regime: Pick<Regime, 'grades'>,
): Grade {
  const grades = ['good', 'fair', 'average'] as const;
  // Whole hundredths, because 18.9 * 100 is a little below 1890.
  const share = Math.round(points * 100);
  return grades.find((grade) => share >= regime.grades[grade] * max) ?? 'poor';
}

/** "Tốt" becomes "Khá" if a criterion that must have full marks does not have them, or has not said whether it does. */
function gateGrade(
  grade: Grade,
  criteria: readonly CriterionResult[],
  { fullMarksForGood }: SheetNorms,
): Pick<Judgement, 'grade' | 'gatedBy'> {
  if (grade !== 'good') return { grade };
  const missing = criteria.filter(({ id, points = -1, max }) => fullMarksForGood.includes(id) && points < max);
  return missing.length === 0 ? { grade } : { grade: 'fair', gatedBy: missing.map(({ id }) => id) };
}

function totalOf(criteria: readonly CriterionResult[]): Judgement['total'] {
  const scored = criteria.filter((criterion) => criterion.points !== undefined);
  return {
    points: hundredths(scored.reduce((sum, { points = 0 }) => sum + points, 0)),
    max: scored.reduce((sum, { max }) => sum + max, 0),
    reachable: criteria.reduce((sum, { max }) => sum + max, 0),
    complete: scored.length === criteria.length,
  };
}
