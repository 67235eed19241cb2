import { leastMinutes } from '#shared/judging/criteria.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';

/**
 * The length of the session to which a meeting belongs: regular and thematic meetings of one day, each of which began
 * when the one before had ended, or after a break. `undefined` if it was no such session, or the starts do not say so.
 *
 * @see 50-CT/TW (23/07/2025): on one day they are held one after the other; the break is ours
 */
export function sessionMinutes(
  report: ReportFigures,
  month: readonly ReportFigures[],
  { longestBreak }: Regime,
): number | undefined {
  const ofDay = [report, ...othersIn(month, report).filter(({ date }) => date === report.date)]
    .filter(({ kind, startTime }) => kind !== 'extraordinary' && startTime !== undefined)
    .sort((a, b) => startOf(a) - startOf(b));
  const sessions: ReportFigures[][] = [];
  for (const meeting of ofDay) {
    const last = sessions.at(-1)?.at(-1);
    const pause = last && startOf(meeting) - startOf(last) - last.durationMinutes;
    if (pause !== undefined && pause >= 0 && pause <= longestBreak) sessions.at(-1)?.push(meeting);
    else sessions.push([meeting]);
  }
  const session = sessions.find((each) => each.includes(report)) ?? [];
  if (new Set(session.map(({ kind }) => kind)).size < 2) return undefined;
  return session.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0);
}

/** Whether a meeting is shorter than permitted, by itself and as a part of its session. */
export function isTooShort(report: ReportFigures, regime: Regime, month: readonly ReportFigures[]): boolean {
  const session = sessionMinutes(report, month, regime);
  const isShort = (minutes: number, thematic: 'none' | 'together') =>
    minutes < leastMinutes({ report, regime, thematic });
  return isShort(report.durationMinutes, 'none') && (session === undefined || isShort(session, 'together'));
}

/** The reports of a cell's month without this one. */
export function othersIn(month: readonly ReportFigures[], { date, kind }: ReportFigures): ReportFigures[] {
  return month.filter((other) => other.date !== date || other.kind !== kind);
}

/** In minutes since midnight. */
function startOf({ startTime }: ReportFigures): number {
  const [hours, minutes] = String(startTime).split(':').map(Number) as [number, number];
  return hours * 60 + minutes;
}
