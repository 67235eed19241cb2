import type { Span } from '#shared/matters/settling-time.ts';
import type { Grade } from '#shared/norms/regimes.ts';
import type { ResultUnit } from '#shared/reports/result-units.ts';
import type { Topic } from '#shared/reports/topics.ts';

/**
 * The counts of cells in a month. They are whole numbers, so that the order of adding does not matter.
 *
 * All cells are `due`; each is one of `onTime`, `late`, `notDue`, `overdue` and `silent`.
 */
const names = [
  'due',
  'onTime',
  'late',
  /** Cells without a report: before the deadline, then until the month is closed, then for good. */
  'notDue',
  'overdue',
  'silent',
  /** In a month that is not closed: cells that sent only a thematic report, and may send the regular one. */
  'regularAwaited',
  /** Of these, cells that are on time so far: lateness goes by the regular report. */
  'onTimeSoFar',
  /** In a month that is not closed: cells whose regular report was returned to them, and comes again. */
  'returned',
  /** In a month that is not closed: too short meetings, with which a thematic one may make a session. */
  'lengthenable',
  /** In a quarter that is not closed: cells that reported, and have not held its thematic meetings yet. */
  'thematicAwaited',
  'held',
  'present',
  'required',
  'attendanceBase',
  /** Cells that are at the attendance target in every part of it, then of each part. */
  'attendanceMet',
  'attendanceRateMet',
  'nobodyUnexcused',
  'resolutions',
  'prepared',
  'thematic',
  /** Cells that have held the required number of thematic meetings since the quarter began. */
  'thematicQuarter',
  'longEnough',
  /** Regular meetings that have a grade, and those whose sheet has too little for one. */
  'scored',
  'ungraded',
  /** Hundredths of percent of the reachable points, added up over the scored cells. */
  'scoreSum',
  /** Meetings that somebody above the cell has reviewed. */
  'reviewed',
  /** The own score minus the reviewed one, in the same unit, added up over these; below 0 if reviewers give more. */
  'gapSum',
  'groupVisited',
  'communeAttended',
  /** Of the regular meetings that say how many came late: those members, and those present. */
  'lateMembers',
  'latePresent',
  'lateUnknown',
  'notesTaken',
  'notesKnown',
  'notesUnknown',
  /** Regular meetings at which at least half of those present spoke, and those of which it is known. */
  'halfSpoke',
  'speakersKnown',
  'speakersUnknown',
  /** Resolutions and conclusions with a target and an assigned task, and those of which it is known. */
  'concrete',
  'concreteKnown',
  'concreteUnknown',
  /** Cells with the same subjects three months running, and those of which it is known. */
  'focusSame',
  'focusCompared',
  'focusUnknown',
  'tasksSet',
  'followedUp',
  'tasksDone',
  'tasksOverdue',
  'matters',
  /** Those that went over somebody's head, those of which it is told, and those of which it is not. */
  'bypass',
  'bypassKnown',
  'bypassUnknown',
  'visitsPlanned',
  'visitsDone',
  /** Cells whose commune has a working group. */
  'groupCells',
  'cellsCovered',
  /** Cells of communes that have entered their officers. */
  'chargeListed',
  'inCharge',
  /** Cells with an officer for which it is known whether they had guidance, and those that had it. */
  'orientedKnown',
  'oriented',
  'attendedKnown',
  'attended',
  /** Cells that planned a thematic meeting for the quarter, and those of them that have held one so far. */
  'themesPlanned',
  'themesHeld',
  'mattersOpened',
  'mattersSettled',
  /** At the month's end, or now during the month. */
  'mattersOpen',
  'mattersOverdue',
  /** Of the regular meetings of cells with commune staff: these members, and those who came. */
  'staffMembers',
  'staffPresent',
  /** Regular meetings that do not say whether the cell has commune staff. */
  'staffUnknown',
] as const;

/** The counts of matters by topic; `within15`: settled in the span that ends with day 15. */
export type MatterCount = 'opened' | 'settled' | 'open' | 'overdue' | `within${Span}`;

/** Of results in a unit: how much in all, in the unit's smallest steps, and in how many results. */
export type ResultCounter = `${'result' | 'results'}:${ResultUnit}`;

/** What returned reports have in the counts of regular meetings. */
export type ReturnedCounter =
  `returned:${'held' | 'attendanceBase' | 'attendanceMet' | 'resolutions' | 'prepared' | 'longEnough'}`;

/** What regular meetings of cells with commune staff count, and those of cells without, beside what all cells do. */
export type StaffCounter = `${'withStaff' | 'withoutStaff'}:${(typeof names)[number]}`;

export type Counter =
  | (typeof names)[number]
  | ReturnedCounter
  | ResultCounter
  | StaffCounter
  | `grade:${Grade}`
  | `topic:${Topic}`
  | `${MatterCount}:${Topic}`;
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
    for (const name of Object.keys(tally) as Counter[]) sum[name] = (sum[name] ?? 0) + (tally[name] ?? 0);
  }
  return sum;
}
