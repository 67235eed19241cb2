import { MOST_ROWS } from '#shared/input/fields.ts';
import type { Typed } from '#shared/input/typed.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import type { FieldTable } from '#shared/reports/field.ts';
import { findField } from '#shared/reports/find-field.ts';
import { type Lists, reportFields } from '#shared/reports/report-fields.ts';
import { isTaskId } from '#shared/reports/task-id.ts';
import { type TrackedTask, unsaidTask } from '#shared/reports/tasks.ts';
import { rowCount } from '#web/form/form-state.ts';

interface EarlierTasks {
  /** The unfinished ones. */
  readonly tasks: readonly TrackedTask[];
  /** All of them. */
  readonly known: readonly TrackedTask[];
}

/** How many rows each list of the form has. */
export interface FormRows extends Readonly<Record<Lists, number>> {
  /** Earlier tasks by row. A row that the reporter added has none. */
  readonly carriedTasks: readonly (TrackedTask | undefined)[];
}

/**
 * Chooses the rows to show: the filled ones and a few blank ones. Last month's tasks fill the follow-ups of a form that
 * has none yet. On a form that comes back they are only matched, so that a task which was not sent does not reappear.
 */
export function formRows(versions: readonly Typed[], { tasks, known }: EarlierTasks): FormRows {
  const [typed = {}] = versions;
  const fresh = !Object.keys(typed).some((name) => name.startsWith('followUps['));
  const carriedTasks = fresh ? tasks.slice(0, MOST_ROWS) : carried(typed, { tasks, known });
  const filled = rowCount('followUps', versions, 1, MOST_ROWS);
  return {
    results: rowCount('results', versions, 0, MOST_ROWS),
    tasks: rowCount('tasks', versions, 2, MOST_ROWS),
    followUps: fresh ? Math.max(filled, Math.min(tasks.length + 1, MOST_ROWS)) : filled,
    matters: rowCount('matters', versions, 2, MOST_ROWS),
    carriedTasks,
  };
}

/** The tasks that a typed form's rows name: by their ids or, each once and the oldest first, by their words. */
function carried(typed: Typed, { tasks, known }: EarlierTasks): (TrackedTask | undefined)[] {
  const said = Array.from({ length: MOST_ROWS }, (_, n) => typed[`followUps[${n}].task`] ?? '');
  const taken = new Set<string>(said);
  return said.map((task) => {
    if (isTaskId(task)) return known.find(({ id }) => id === task) ?? unsaidTask(task);
    const meant = tasks.find(({ id, what }) => what !== '' && what === task && !taken.has(id));
    if (meant) taken.add(meant.id);
    return meant;
  });
}

/** Whether the form shows a field of this name. It shows no unknown names and no rows beyond the last. */
export function showsField(name: string, rows: FormRows, regime: Regime, table: FieldTable = reportFields): boolean {
  if (name.startsWith('points.')) {
    return criteriaOf(regime).some(({ id, how }) => how === 'judged' && name === `points.${id}`);
  }
  const [, list, row] = /^(\w+)\[(\d+)\]\.\w+$/.exec(name) ?? [];
  if (!list) return findField(name, table)?.section !== undefined;
  return findField(name, table) !== undefined && Number(row) < rows[list as Lists];
}
