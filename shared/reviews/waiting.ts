import { can, isBoardOf, type Viewer } from '#shared/access/can.ts';
import type { Actor } from '#shared/access/session.ts';
import { type Instant, monthOf } from '#shared/period.ts';
import type { Revision } from '#shared/reports/report.ts';
import { hasAttended } from '#shared/reviews/has-attended.ts';
import { isOwnEntry } from '#shared/reviews/own-entry.ts';
import { isSampled } from '#shared/reviews/sample.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A report's newest revision, as far as it decides for whom the report waits. */
export type Entered = Pick<Revision, 'id' | 'state' | 'by' | 'firstReceivedAt'> & {
  readonly report: Pick<Revision['report'], 'cell' | 'date' | 'attendedBy'>;
  /** Everybody who has sent or amended it. */
  readonly enteredBy: readonly Actor[];
};

/**
 * Whether a report waits for the viewer's decision. A commune reviews what its cells have entered, a working group what
 * it attended, the district what a commune has entered and a sample of the rest: also where a commune has confirmed it.
 * Nobody reviews an own entry, and of a closed month only the board decides.
 *
 * @param closed whether the month is official
 */
export function waitsFor(viewer: Viewer, entered: Entered, closed: boolean): boolean {
  const { report, state, by, enteredBy } = entered;
  const mayReview = can(viewer, 'review', report.cell, monthOf(report.date));
  if (!mayReview || state === 'returned' || isOwnEntry(viewer, enteredBy)) return false;
  if (viewer.role === 'district') {
    if (!isBoardOf(viewer, report.cell)) return false;
    const byCommune = enteredBy.some(({ role }) => role === 'commune');
    return byCommune ? state === 'submitted' : by.role !== 'district' && isSampled(entered);
  }
  if (closed || state !== 'submitted') return false;
  if (viewer.role === 'group') return hasAttended(viewer, report);
  return enteredBy.every(({ role }) => role === 'cell');
}

/** How many reports of a commune's month wait for the district's board, and when they were counted. */
export interface WaitingCount {
  readonly commune: UnitId;
  readonly count: number;
  readonly countedAt: Instant;
}

/** Most first; communes that nobody has counted come last. */
export function byCount(a: { readonly count?: number }, b: { readonly count?: number }): number {
  return (b.count ?? -1) - (a.count ?? -1);
}

/** How many reports wait for the board of a district, whoever of it reads them. */
export function countForBoard(district: UnitId, entered: readonly Entered[]): number {
  const board: Viewer = { user: '', role: 'district', unit: district, scope: [district] };
  // Whether the month is closed makes no difference to the board.
  return countWaiting(board, entered, false);
}

/** How many reports of a month wait for the viewer: as many as the page of reviews has rows. */
export function countWaiting(viewer: Viewer, entered: readonly Entered[], closed: boolean): number {
  return entered.filter((each) => waitsFor(viewer, each, closed)).length;
}
