import type { Actor } from '#shared/access/session.ts';
import { addDays, type Day, type Instant, parseDay } from '#shared/period.ts';
import type { Matter } from '#shared/reports/report.ts';
import { isUnitId, type UnitId } from '#shared/units/units.ts';

/** What a working group attends: a meeting of the commune's committee, or of a cell. */
export const visitedMeetings = ['committee', 'cell'] as const;

/** A visit's natural key: one group at one unit on one day. */
export type VisitId = `${UnitId}_${Day}_visit-${number}`;

export const adviceOutcomes = ['yes', 'partly', 'no'] as const;

/** What a group's member saw and said at a meeting. */
export interface VisitReport {
  /** What was seen, as free text. */
  readonly seen: string;
  readonly advice?: string;
  /** Whether the advice of the last visit was followed, and its outcome as free text. */
  readonly adviceKept?: (typeof adviceOutcomes)[number];
  readonly lastAdvice?: string;
  /** Only for a cell's meeting: the visitor's points for the judged criteria. */
  readonly points: Readonly<Record<string, number>>;
  /** Concerns that were heard. */
  readonly matters: readonly Matter[];
}

/** A visit that a working group plans, makes and reports; a dropped one has a reason. */
export interface Visit {
  readonly id: VisitId;
  readonly group: number;
  readonly unit: UnitId;
  readonly date: Day;
  readonly meeting: (typeof visitedMeetings)[number];
  /** Who goes: the post and the office, without a name. */
  readonly member?: string;
  readonly state: 'planned' | 'done' | 'dropped';
  readonly report?: VisitReport;
  readonly reason?: string;
  /** The visit that replaced it, on another day or elsewhere. */
  readonly movedTo?: VisitId;
}

/** A revision of a visit. Revisions are only ever added. */
export interface VisitRevision extends Visit {
  /** From 1. */
  readonly revision: number;
  readonly by: Actor;
  readonly at: Instant;
}

export function visitIdOf({ unit, date, group }: Pick<Visit, 'unit' | 'date' | 'group'>): VisitId {
  return `${unit}_${date}_visit-${group}`;
}

/** The parts of a visit's id; `undefined` if the text is not such an id. */
export function parseVisitId(text: string): Pick<Visit, 'id' | 'unit' | 'date' | 'group'> | undefined {
  const [, unit = '', typed = '', number] = /^(.+)_(\d{4}-.+)_visit-([1-9]\d?)$/.exec(text) ?? [];
  const date = parseDay(typed);
  const group = Number(number);
  return date && isUnitId(unit) ? { id: visitIdOf({ unit, date, group }), unit, date, group } : undefined;
}

/** A visit must be reported within this many days. The number is ours: Đề án 06 asks for a report after every visit. */
const DAYS_TO_REPORT = 3;

/** Whether a report that is due is late. */
export function isOverdue(visit: Pick<Visit, 'state' | 'date'>, today: Day): boolean {
  return isDue(visit, today) && addDays(visit.date, DAYS_TO_REPORT) < today;
}

/** Whether a visit should have been made and reported by now. */
export function isDue({ state, date }: Pick<Visit, 'state' | 'date'>, today: Day): boolean {
  return state === 'planned' && date <= today;
}
