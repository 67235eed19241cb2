import { type Day, type Month, monthOf } from '#shared/period.ts';
import type { Report } from '#shared/reports/report.ts';

/** A task of a cell, from the resolution that assigned it until it is done or dropped. */
export interface TrackedTask {
  readonly what: string;
  readonly who?: string;
  readonly due?: Day;
  /** The month that assigned it, or the first one that followed it up. */
  readonly since: Month;
  /** At how many meetings it was followed up but not ended, or was assigned again. */
  readonly repeated: number;
  readonly state: 'open' | 'done' | 'dropped';
}

type TaskReport = Pick<Report, 'date' | 'tasks' | 'followUps'>;

/**
 * The tasks of a cell by their text, each in exactly one state. A follow-up changes the state of its task; a task
 * without a follow-up stays open; a task that is assigned again after its end starts again.
 *
 * @param reports the reports of one cell, with their free text, in any order
 */
export function tasksOf(reports: readonly TaskReport[]): readonly TrackedTask[] {
  const tasks = new Map<string, TrackedTask>();
  for (const { date, tasks: given, followUps } of [...reports].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const since = monthOf(date);
    for (const { task: what, status } of followUps) {
      const task = tasks.get(what) ?? { what, since, repeated: 0, state: 'open' as const };
      const ended = status === 'done' || status === 'dropped';
      tasks.set(what, ended ? { ...task, state: status } : { ...task, state: 'open', repeated: task.repeated + 1 });
    }
    for (const { what, who, due } of given) {
      const task = tasks.get(what);
      const again =
        task?.state === 'open' ? { since: task.since, repeated: task.repeated + 1 } : { since, repeated: 0 };
      tasks.set(what, { what, ...(who !== undefined && { who }), ...(due && { due }), ...again, state: 'open' });
    }
  }
  // A task whose text has expired cannot be followed up.
  tasks.delete('');
  return [...tasks.values()];
}

/** The tasks to follow up: the oldest first. */
export function openTasksOf(reports: readonly TaskReport[]): readonly TrackedTask[] {
  return tasksOf(reports)
    .filter(({ state }) => state === 'open')
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}
