import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import type { Flag, Judgement } from '#shared/judging/judgement.ts';
import { lackingPreparation } from '#shared/judging/preparation.ts';
import { type Scores, scoresOf } from '#shared/judging/scores.ts';
import { isBypass } from '#shared/matters/bypass.ts';
import type { Grade, Regime } from '#shared/norms/regimes.ts';
import { type Day, dayAt, endsQuarter, type Instant, type Month } from '#shared/period.ts';
import { type CurrentReport, receivedAt } from '#shared/reports/current-report.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import { countConduct } from '#shared/scorecards/count-conduct.ts';
import { countPending } from '#shared/scorecards/count-pending.ts';
import { countResults } from '#shared/scorecards/count-results.ts';
import { countStaff } from '#shared/scorecards/count-staff.ts';
import { countTasks } from '#shared/scorecards/count-tasks.ts';
import { countMonotony, type Subjects, subjectsOf } from '#shared/scorecards/monotony.ts';
import { type Counter, mergeAll, type Tally } from '#shared/scorecards/tally.ts';
import type { Stage } from '#shared/units/stage.ts';
import type { Unit } from '#shared/units/units.ts';

/** A cell's month as its regime judges it. */
export interface CellMonth {
  readonly cell: Unit;
  /** Judgement of the month's regular meeting, the earliest if there were several; absent if there was none. */
  readonly regular?: { readonly report: ReportFigures; readonly judgement: Judgement };
  /** Why the cell is below the norm; empty if it is not. */
  readonly flags: readonly Flag[];
  /** The day of its first report. */
  readonly arrived?: Day;
  readonly tally: Tally;
}

/** The rules and data for judging a cell's month. */
export interface JudgedBy {
  readonly regime: Regime;
  /** The instant until which reports are on time. */
  readonly due: Instant;
  readonly month: Month;
  /** The subjects of the cell's two months before; absent if they are unknown. */
  readonly subjectsBefore?: readonly Subjects[];
  /** Absent: the month is closed. */
  readonly stage?: Stage;
  /** Thematic meetings of the cell in the quarter's earlier months; absent if they are unknown. */
  readonly thematicBefore?: number;
}

/**
 * Judges and counts a cell's month.
 *
 * A cell with no report is not due, or overdue, or silent for good: it counts as nothing else. A cell that reported only a thematic meeting has reported
 * but held no regular meeting. If there were several regular meetings, the earliest counts. The quarter's thematic
 * meetings are required in its last month, not before.
 *
 * @param reports the newest revision of each of the cell's reports in the month
 */
export function judgeCellMonth(
  cell: Unit,
  reports: readonly CurrentReport[],
  { regime, due, month, thematicBefore, subjectsBefore = [], stage = 'closed' }: JudgedBy,
): CellMonth {
  const received = receivedAt(reports);
  if (received === undefined) {
    return { cell, flags: stage === 'before-due' ? [] : ['missing'], tally: { due: 1, [withoutReport[stage]]: 1 } };
  }

  const assigned = new Map(reports.map(({ report, assignedTasks }) => [report, assignedTasks]));
  const meetings = reports.map(({ report }) => report).sort((a, b) => (a.date < b.date ? -1 : 1));
  const regulars = meetings.filter((meeting) => meeting.kind === 'regular');
  const thematic = meetings.filter((meeting) => meeting.kind === 'thematic');
  const report = regulars[0];
  const regular = report && { report, judgement: judgeMeeting(report, regime, meetings) };

  const late = received > due;
  const flags: Flag[] = [...(regular?.judgement.flags ?? [])];
  const isDue = stage !== 'before-due';
  if (!report && isDue) flags.unshift('no-regular');
  if (late) flags.unshift('late');
  if (regulars.length > 1) flags.push('several-regular');
  const inQuarter = thematicBefore !== undefined && thematicBefore + thematic.length >= regime.thematicsAQuarter;
  const lacksThematic = thematicBefore !== undefined && !inQuarter && endsQuarter(month);
  if (lacksThematic && isDue) flags.push('no-thematic');

  const counts: Tally = {
    due: 1,
    [late ? 'late' : 'onTime']: 1,
    ...(thematic.length > 0 && { thematic: 1 }),
    ...(inQuarter && { thematicQuarter: 1 }),
    ...(stage !== 'closed' && lacksThematic && { thematicAwaited: 1 }),
    ...(meetings.some(({ attendedBy }) => attendedBy === 'group' || attendedBy === 'both') && { groupVisited: 1 }),
    ...(meetings.some(({ attendedBy }) => attendedBy === 'commune' || attendedBy === 'both') && { communeAttended: 1 }),
  };
  const ofRegular = regular ? countRegular(regular.report, regular.judgement, regime) : {};
  const conduct = report ? countConduct(report, assigned.get(report)) : {};
  const tallies = [
    counts,
    countTasks(meetings),
    ...meetings.map(countConcerns),
    ...meetings.map(countResults),
    ofRegular,
    ...(report
      ? [
          countReview(scoresOf(report, regime, meetings, regular?.judgement)),
          conduct,
          countStaff(report, { ...ofRegular, ...conduct }),
          countMonotony([subjectsOf(meetings), ...subjectsBefore]),
        ]
      : []),
    ...(stage === 'closed'
      ? []
      : [countPending(reports, report && { report, tally: ofRegular }, { regime, isLate: late })]),
  ];
  return { cell, ...(regular && { regular }), flags, arrived: dayAt(received), tally: mergeAll(tallies) };
}

/** As what a cell counts that has no report. */
const withoutReport = { 'before-due': 'notDue', 'after-due': 'overdue', closed: 'silent' } as const;

/** Concerns, of every kind of meeting. */
function countConcerns({ matters }: ReportFigures): Tally {
  const counts: Partial<Record<Counter, number>> = { matters: matters.length, ...countBypass(matters) };
  for (const { topic } of matters) counts[`topic:${topic}`] = (counts[`topic:${topic}`] ?? 0) + 1;
  return counts;
}

/** A concern that went over a head, and one that says that it did not; a blank says nothing. */
function countBypass(matters: ReportFigures['matters']): Tally {
  const over = matters.filter(isBypass).length;
  const unknown = matters.filter((matter) => matter.bypass === undefined && !isBypass(matter)).length;
  return { bypass: over, bypassKnown: matters.length - unknown, bypassUnknown: unknown };
}

function countRegular(report: ReportFigures, { attendance, total, grade, flags }: Judgement, regime: Regime): Tally {
  const prepared = lackingPreparation(report, regime).length === 0;
  const score = grade ? { scored: 1, scoreSum: shareOf(total), ...gradeCount(grade) } : { ungraded: 1 };
  const rateMet = attendance.met === 'met';
  const allReasoned = attendance.met !== 'no-base' && report.unexcused === 0;
  return {
    held: 1,
    present: attendance.present,
    required: attendance.required,
    ...(attendance.met !== 'no-base' && { attendanceBase: 1 }),
    ...(rateMet && { attendanceRateMet: 1 }),
    ...(allReasoned && { nobodyUnexcused: 1 }),
    ...(rateMet && (allReasoned || !regime.nobodyUnexcused) && { attendanceMet: 1 }),
    ...(report.resolution !== 'none' && { resolutions: 1 }),
    ...(prepared && { prepared: 1 }),
    ...(!flags.includes('too-short') && { longEnough: 1 }),
    ...score,
  };
}

/** How far the cell's own score is above the reviewed one; empty before a review, and while either has no grade. */
function countReview({ self, reviewed, official }: Scores): Tally {
  const last = official ?? reviewed;
  if (!last?.grade || !self.grade) return {};
  return { reviewed: 1, gapSum: shareOf(self.total) - shareOf(last.total) };
}

/** A total in hundredths of percent of the reachable points. */
function shareOf({ points, reachable }: Judgement['total']): number {
  return Math.round((points * 10000) / reachable);
}

function gradeCount(grade: Grade): Tally {
  return { [`grade:${grade}`]: 1 };
}
