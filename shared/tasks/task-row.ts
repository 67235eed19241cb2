import { type Day, daysBetween, type Month } from '#shared/period.ts';
import type { FollowUp, ReportId } from '#shared/reports/report.ts';
import type { TrackedTask } from '#shared/reports/tasks.ts';
import type { UnitId } from '#shared/units/units.ts';

/** A task in a list. */
export interface TaskRow {
  readonly task: TrackedTask;
  /** The cell that has it; in a list of what meetings said, the one whose meeting said it. */
  readonly cell: UnitId;
  readonly overdue: boolean;
  /** What a meeting said of it, in a list of what the meetings of some months said. */
  readonly said?: { readonly status: FollowUp['status']; readonly report: ReportId; readonly month: Month };
}

/** From how many meetings on a task that was carried on is shown as repeated. */
export const REPEATED = 2;

/**
 * Whether a task is overdue today: its day is over or, as a meeting said last, it was overdue. What is reported under way
 * or is handed on to another day afterwards is overdue by its day alone.
 */
export function isOverdue({ state, due, news }: TrackedTask, today: Day): boolean {
  return state === 'open' && ((due !== undefined && due < today) || news.at(-1)?.status === 'overdue');
}

/** When a task falls due, seen from today. */
export const whens = ['longOver', 'over', 'soon', 'later', 'noDay'] as const;
export type When = (typeof whens)[number];

/** @example whenDue('2021-02-10', '2021-02-03') //=> 'soon' */
export function whenDue(due: Day | undefined, today: Day): When {
  if (due === undefined) return 'noDay';
  const left = daysBetween(today, due);
  if (left < 0) return left < -30 ? 'longOver' : 'over';
  return left <= 7 ? 'soon' : 'later';
}
