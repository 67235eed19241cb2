import type { TaskWordKind } from '#shared/reports/task-word.ts';
import type { TrackedTask } from '#shared/reports/tasks.ts';

/** The words that must say why. */
export const reasonedKinds: ReadonlySet<TaskWordKind> = new Set(['dropped']);

/** What whoever has a task may say of it between meetings. One that has ended is only taken up again. */
export function kindsOn({ state }: Pick<TrackedTask, 'state'>): readonly TaskWordKind[] {
  return state === 'open' ? ['doing', 'done', 'handedOn', 'dropped'] : ['doing'];
}
