import type { Span } from '#shared/matters/settling-time.ts';
import type { Grade } from '#shared/norms/regimes.ts';
import type { Topic } from '#shared/reports/topics.ts';

/**
 * What is counted of cells in a month. Whole numbers only, so that any order of adding gives the same.
 *
 * Cells are `due`; those that reported are `onTime` or `late`; the others are missing, which is counted nowhere else.
 */
const names = [
  'due',
  'onTime',
  'late',
  'held',
  'present',
  'required',
  'attendanceBase',
  'attendanceMet',
  'resolutions',
  'prepared',
  'thematic',
  /** Cells that have held as many thematic meetings since the quarter began as it asks for. */
  'thematicQuarter',
  'longEnough',
  'scored',
  /** Hundredths of percent of the reachable points, added up over the scored cells. */
  'scoreSum',
  /** Meetings that somebody above the cell has reviewed. */
  'reviewed',
  /** Own score less the reviewed one, in the same unit, added up over them; below 0 where reviewers give more. */
  'gapSum',
  'groupVisited',
  'communeAttended',
  'tasksSet',
  'followedUp',
  'tasksDone',
  'tasksOverdue',
  'matters',
  'visitsPlanned',
  'visitsDone',
  /** Cells for whose commune a working group answers. */
  'groupCells',
  'cellsCovered',
  /** Cells of communes that have entered who is in charge. */
  'chargeListed',
  'inCharge',
  /** Cells in charge of a member of which it is known whether they were oriented, and those that were. */
  'orientedKnown',
  'oriented',
  'attendedKnown',
  'attended',
  /** Cells that planned a thematic meeting for the quarter, and those of them that have held one so far. */
  'themesPlanned',
  'themesHeld',
  'mattersOpened',
  'mattersSettled',
  /** At the month's end, or now while it runs. */
  'mattersOpen',
  'mattersOverdue',
] as const;

/** What is counted of matters by topic; `within15`: settled in the span that ends with so many days. */
export type MatterCount = 'opened' | 'settled' | 'open' | 'overdue' | `within${Span}`;

export type Counter = (typeof names)[number] | `grade:${Grade}` | `topic:${Topic}` | `${MatterCount}:${Topic}`;
/** A commutative monoid under `merge`; a counter that is absent is 0. */
export type Tally = Readonly<Partial<Record<Counter, number>>>;

export const empty: Tally = {};

/** Adds two tallies counter by counter. */
export function merge(a: Tally, b: Tally): Tally {
  return mergeAll([a, b]);
}

export function mergeAll(tallies: Iterable<Tally>): Tally {
  const sum: Partial<Record<Counter, number>> = {};
  for (const tally of tallies) {
    for (const [name, count] of Object.entries(tally) as [Counter, number][]) sum[name] = (sum[name] ?? 0) + count;
  }
  return sum;
}
