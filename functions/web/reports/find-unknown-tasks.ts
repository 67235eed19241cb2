import { linesOf, reaches } from '#functions/reports/load-tasks.ts';
import type { FormDeps } from '#functions/web/reports/load-form.ts';
import { cleanText } from '#shared/input/clean-text.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { partsOfReportId, type Report, reportIdOf } from '#shared/reports/report.ts';
import { isTaskId, ownTaskId, partsOfTaskId, type TaskId } from '#shared/reports/task-id.ts';
import { lastRowOf } from '#shared/reports/task-rows.ts';
import type { Unit } from '#shared/units/units.ts';

type Deps = Pick<FormDeps, 'directory' | 'reports'>;

/**
 * The follow-ups that name, by its id, what is no task of an earlier report of the cell, or of one whose tasks it
 * carries on. A task whose row is gone was one. What the stored report names already stays.
 *
 * @param typed the report as it was typed, in which the fields are found
 */
export async function findUnknownTasks(typed: Typed, report: Report, cell: Unit, deps: Deps): Promise<FieldError[]> {
  const named = report.followUps.map(({ task }) => task).filter(isTaskId);
  const known = await Promise.all(named.map((task) => isTaskBefore(task, report, cell, deps)));
  const unknown = named.filter((_, at) => !known[at]);
  if (unknown.length === 0) return [];
  const stored = await deps.reports.newest(reportIdOf(report));
  const kept = new Set(stored?.report.followUps.map(({ task }) => task));
  return unknown
    .filter((task) => !kept.has(task))
    .map((task) => ({ field: fieldOf(task, typed), code: 'unknown-task' as const }));
}

async function isTaskBefore(task: TaskId, report: Report, cell: Unit, deps: Deps): Promise<boolean> {
  const { report: from, row } = partsOfTaskId(task);
  const origin = partsOfReportId(from);
  if (origin.date > report.date || from === reportIdOf(report)) return false;
  const isOwn = origin.cell === cell.id;
  if (!isOwn && !reaches(await linesOf(cell, deps.directory), cell.id, origin.cell)) return false;
  if (row === undefined) {
    const history = await deps.reports.history(from);
    return history.some((each) =>
      each.report.followUps.some(({ task: words }) => words === '' || ownTaskId(from, words) === task),
    );
  }
  const newest = await deps.reports.newest(from);
  return newest !== undefined && row <= lastRowOf(newest);
}

function fieldOf(task: TaskId, typed: Typed): string {
  const [name] = Object.entries(typed).find(([, value]) => cleanText(value).trim() === task) ?? [];
  return name ?? 'followUps';
}
