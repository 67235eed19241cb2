import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A line of the score sheet at which cells lost points. */
export interface LostLine {
  /** The criterion's id, and the id of the heading above it. */
  readonly id: string;
  readonly group: string;
  /** How many cells lost points at it, of those that had points for it. */
  readonly cells: number;
  readonly judged: number;
  /** In hundredths of a point. */
  readonly lost: number;
}

/** Where the regular meetings of a month lost their points. */
export interface LostPoints {
  /** How many regular meetings were judged: one a cell. */
  readonly meetings: number;
  /** In hundredths of a point, over all lines. */
  readonly lost: number;
  /** Lines at which something was lost, most points first. */
  readonly lines: readonly LostLine[];
}

/**
 * Counts where meetings lost points, by the last score that each was given. Of a cell the month's first regular meeting
 * counts, as in its scorecard; a line without points (not judged, or not for this meeting) is counted nowhere.
 *
 * @param reports the newest revision of each report of the month
 */
export function lostPointsOf(reports: readonly ReportFigures[], regime: Regime): LostPoints {
  const lines = new Map<string, LostLine>();
  let meetings = 0;
  for (const ofCell of Map.groupBy(reports, ({ cell }): UnitId => cell).values()) {
    const regular = ofCell.filter(({ kind }) => kind === 'regular').sort((a, b) => (a.date < b.date ? -1 : 1))[0];
    if (!regular) continue;
    meetings++;
    for (const { id, group, points, max } of judgeMeeting(regular, regime, ofCell).criteria) {
      if (points === undefined) continue;
      const before = lines.get(id) ?? { id, group, cells: 0, judged: 0, lost: 0 };
      const lost = Math.round((max - points) * 100);
      lines.set(id, {
        ...before,
        cells: before.cells + (lost > 0 ? 1 : 0),
        judged: before.judged + 1,
        lost: before.lost + lost,
      });
    }
  }
  const found = [...lines.values()]
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost - a.lost || compare(a.id, b.id));
  return { meetings, lost: found.reduce((sum, { lost }) => sum + lost, 0), lines: found };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** The headings of the score sheet at which most points were lost, most first, with the worst line of each. */
export function lostGroups({
  lines,
}: LostPoints): { readonly group: string; readonly lost: number; readonly worst: LostLine }[] {
  return [...Map.groupBy(lines, ({ group }) => group)]
    .map(([group, own]) => ({
      group,
      lost: own.reduce((sum, { lost }) => sum + lost, 0),
      worst: own[0] as LostLine,
    }))
    .sort((a, b) => b.lost - a.lost);
}
