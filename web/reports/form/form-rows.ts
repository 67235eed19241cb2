import { MOST_ROWS } from '#shared/input/fields.ts';
import type { Typed } from '#shared/input/typed.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import type { FieldTable } from '#shared/reports/field.ts';
import { findField } from '#shared/reports/find-field.ts';
import { type Lists, reportFields } from '#shared/reports/report-fields.ts';
import type { TrackedTask } from '#shared/reports/tasks.ts';
import { rowCount } from '#web/form/form-state.ts';

/** How many rows each list of the form has. */
export interface FormRows extends Readonly<Record<Lists, number>> {
  /** Last month's tasks by row. A row that the reporter added has none. */
  readonly carriedTasks: readonly (TrackedTask | undefined)[];
}

/**
 * Chooses the rows to show: the filled ones and a few blank ones. Last month's tasks fill the follow-ups of a form that
 * has none yet. On a form that comes back they are only matched, so that a task which was not sent does not reappear.
 */
export function formRows(versions: readonly Typed[], lastMonth: readonly TrackedTask[]): FormRows {
  const [typed = {}] = versions;
  const fresh = !Object.keys(typed).some((name) => name.startsWith('followUps['));
  const carriedTasks = fresh
    ? lastMonth.slice(0, MOST_ROWS)
    : Array.from({ length: MOST_ROWS }, (_, n) => lastMonth.find(({ what }) => what === typed[`followUps[${n}].task`]));
  const filled = rowCount('followUps', versions, 1, MOST_ROWS);
  return {
    tasks: rowCount('tasks', versions, 2, MOST_ROWS),
    followUps: fresh ? Math.max(filled, Math.min(lastMonth.length + 1, MOST_ROWS)) : filled,
    matters: rowCount('matters', versions, 2, MOST_ROWS),
    carriedTasks,
  };
}

/** Whether the form shows a field of this name. It shows no unknown names and no rows beyond the last. */
export function showsField(name: string, rows: FormRows, regime: Regime, table: FieldTable = reportFields): boolean {
  if (name.startsWith('points.')) {
    return criteriaOf(regime).some(({ id, how }) => how === 'judged' && name === `points.${id}`);
  }
  const [, list, row, part] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(name) ?? [];
  if (!list) return findField(name, table)?.section !== undefined;
  const carried = part === 'task' && rows.carriedTasks[Number(row)];
  return findField(name, table) !== undefined && Number(row) < rows[list as Lists] && !carried;
}
