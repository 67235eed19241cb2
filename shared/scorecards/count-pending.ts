import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import type { CurrentReport } from '#shared/reports/current-report.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { ReturnedCounter, Tally } from '#shared/scorecards/tally.ts';

/**
 * What of a cell's counts reports may still change while the month is open: a returned report comes again, saying
 * something else; a thematic meeting right before or after a short one makes a longer session of both; and lateness
 * goes by the regular report, also where a thematic one came first.
 *
 * @param reports the cell's reports, at least one
 * @param regular the regular meeting that counts, and what it counts as; absent if none was reported
 */
export function countPending(
  reports: readonly CurrentReport[],
  regular: { readonly report: ReportFigures; readonly tally: Tally } | undefined,
  { regime, isLate }: { readonly regime: Regime; readonly isLate: boolean },
): Tally {
  if (!regular) return { regularAwaited: 1, ...(!isLate && { onTimeSoFar: 1 }) };
  const { report, tally } = regular;
  const kept = reports.filter(({ state }) => state !== 'returned').map((each) => each.report);
  if (!kept.includes(report)) return countReturned(tally);
  const isLong = !judgeMeeting(report, regime, kept).flags.includes('too-short');
  return isLong ? {} : { lengthenable: 1, ...(tally.longEnough && { 'returned:longEnough': 1 }) };
}

/** What of a returned regular meeting comes again: that it was held stays. */
function countReturned(regular: Tally): Tally {
  const again = ['held', 'attendanceBase', 'attendanceMet', 'resolutions', 'prepared', 'longEnough'] as const;
  const counts: Partial<Record<ReturnedCounter, number>> = {};
  for (const counter of again) if (regular[counter]) counts[`returned:${counter}`] = regular[counter];
  return { returned: 1, ...counts };
}
