import type { Actor } from '#shared/access/session.ts';
import { type Day, endOfDay, type Instant } from '#shared/period.ts';
import type { Report } from '#shared/reports/report.ts';
import type { TaskId } from '#shared/reports/task-id.ts';
import type { UnitId } from '#shared/units/units.ts';

/** What can be said about a task between two meetings. */
export const taskWordKinds = ['doing', 'handedOn', 'done', 'dropped'] as const;
export type TaskWordKind = (typeof taskWordKinds)[number];

/** What somebody said about a task between two meetings. Words are only ever added. */
export interface TaskWord {
  readonly task: TaskId;
  /** From 1, among the words about this task. */
  readonly revision: number;
  /** The cell that has the task now: the one that gave it, or its heir. */
  readonly cell: UnitId;
  readonly kind: TaskWordKind;
  /** Handed on: to whom, by post and not by name; empty where the words are gone. Absent: it stays with whoever has it. */
  readonly who?: string;
  /** Handed on: until when now. */
  readonly due?: Day;
  readonly reason?: string;
  readonly by: Actor;
  readonly at: Instant;
}

/**
 * When a report's follow-ups were said: at its meeting, so that at the latest by the end of that day; and not after it
 * came. Words said later are later news, also where the report of that meeting comes after them.
 */
export function saidAt({ date, receivedAt }: Pick<Report, 'date'> & { readonly receivedAt?: Instant }): Instant {
  const end = endOfDay(date);
  return receivedAt !== undefined && receivedAt < end ? receivedAt : end;
}

/** Whether a word ends its task. */
export function isEnding(status: string): status is 'done' | 'dropped' {
  return status === 'done' || status === 'dropped';
}
