import type { Day } from '#shared/period.ts';
import { foldedPost } from '#shared/tasks/folded-post.ts';
import { REPEATED, type TaskRow, type When, whenDue, whens } from '#shared/tasks/task-row.ts';
import { isWithin, type UnitId } from '#shared/units/units.ts';

/** Which tasks are shown: as they are today, or as the meetings of some months said. */
export const taskStates = {
  today: ['open', 'overdue', 'repeated', 'ended'],
  said: ['overdue', 'doing', 'done', 'dropped', 'due'],
} as const;
export type TaskState = (typeof taskStates)[keyof typeof taskStates][number];

/** What a reader has chosen of a list. */
export interface TaskChoice {
  readonly state: TaskState;
  /** Of one post, folded; blank: those of nobody. */
  readonly who?: string;
  readonly when?: When;
  /** Of one unit below. */
  readonly within?: UnitId;
}

/** Reads a choice; what is no choice is the first one, or none. */
export function readChoice(
  { state, who, when }: Readonly<Record<string, string | undefined>>,
  of: keyof typeof taskStates,
): TaskChoice {
  const states: readonly TaskState[] = taskStates[of];
  const chosen = whens.find((each) => each === when);
  return {
    state: states.find((each) => each === state) ?? (states[0] as TaskState),
    ...(who !== undefined && { who: foldedPost(who) }),
    ...(chosen && { when: chosen }),
  };
}

/** Whether a row is in a state; `due`: it was followed up and not dropped, as the scorecard's denominator counts. */
export function isIn(state: TaskState, { task, overdue, said }: TaskRow): boolean {
  if (said) return state === 'due' ? said.status !== 'dropped' : said.status === state;
  if (state === 'ended') return task.state !== 'open';
  if (task.state !== 'open') return false;
  return state === 'open' || (state === 'overdue' ? overdue : task.repeated >= REPEATED);
}

/** The rows of a choice. */
export function choose(rows: readonly TaskRow[], { state, who, when, within }: TaskChoice, today: Day): TaskRow[] {
  return rows.filter(
    (row) =>
      isIn(state, row) &&
      (who === undefined || foldedPost(row.task.who ?? '') === who) &&
      (when === undefined || whenDue(row.task.due, today) === when) &&
      (within === undefined || isWithin(row.cell, within)),
  );
}

/** The order of a list: what is due first; without a day last; then the oldest. */
export function byDue(a: TaskRow, b: TaskRow): number {
  const [keyA, keyB] = [a, b].map(({ task }) => `${task.due ?? '9999'} ${task.since} ${task.id}`) as [string, string];
  return keyA < keyB ? -1 : 1;
}
