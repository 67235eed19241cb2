import type { Action } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import { viewed } from '#functions/http/viewed.ts';
import { chooseTasks, type TaskListStores } from '#functions/web/tasks/choose-tasks.ts';
import { type CountedStores, showCounted } from '#functions/web/tasks/show-counted.tsx';
import { can } from '#shared/access/can.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { addMonths, dayAt, type Month, monthAt, monthsOf, type Period } from '#shared/period.ts';
import { countPosts, countRows } from '#shared/tasks/count-rows.ts';
import { isIn, type TaskState, taskStates } from '#shared/tasks/task-choice.ts';
import { type TaskRow, whenDue, whens } from '#shared/tasks/task-row.ts';
import { communeOf, districtOf, fullName, isWithin, type Unit, type UnitId, unitIn } from '#shared/units/units.ts';
import { TasksPage } from '#web/tasks/tasks-page.tsx';

const A_PAGE = 25;

/**
 * Shows the tasks of a unit: as they stand today or, with `month`, as the meetings of that month or longer period said,
 * which are the tasks that its scorecard counts.
 */
export const showTasks: Action<TaskListStores & CountedStores> = async (request, deps) => {
  const { query, viewer, lang, now } = request;
  const counted = await showCounted(request, deps);
  if (counted) return counted;
  const found = await chooseTasks(request, query, deps);
  if (!found) return problem('not-found', lang);
  const { unit, units, asked, months, choice, rows, inState, chosen } = found;
  const { id } = unit;
  const today = dayAt(now);
  const lastMonth = lastMonthOf(asked, monthAt(now));
  const states: readonly TaskState[] = months ? taskStates.said : taskStates.today;
  const pages = Math.max(1, Math.ceil(chosen.length / A_PAGE));
  const page = Math.min(Math.max(1, parseCount(query['page'] ?? '') ?? 1), pages);
  const shown = chosen.slice((page - 1) * A_PAGE, page * A_PAGE);
  const counts = states.map((state) => ({ state, count: rows.filter((row) => isIn(state, row)).length }));
  const names = new Map(units.map((each) => [each.id, nameOf(each, months?.at(-1) ?? monthAt(now))]));
  const below = (cell: UnitId) => (id === districtOf(id) ? communeOf(cell) : cell);
  return {
    status: 200,
    of: { unit: id },
    json: {
      unit: id,
      ...(asked && { month: asked }),
      counts: countsOf(counts),
      total: chosen.length,
      tasks: shown.map(rowJson),
    },
    audit: viewed(
      shown.map(({ task }) => task.id),
      `tasks ${id}`,
    ),
    page: (context) => (
      <TasksPage
        context={context}
        unit={{ id, name: nameOf(unit, months?.at(-1) ?? monthAt(now)) }}
        {...(asked && { month: asked })}
        {...(query['group'] && viewer.role === 'district' && { group: query['group'] })}
        {...((id === viewer.unit || can(viewer, 'see', id, lastMonth)) && { lastMonth })}
        choice={choice}
        counts={counts}
        posts={countPosts(inState)}
        whens={
          months
            ? []
            : countRows(inState, ({ task }) => whenDue(task.due, today)).sort(
                (a, b) => whens.indexOf(a.key) - whens.indexOf(b.key),
              )
        }
        units={countRows(
          inState,
          ({ cell }) => below(cell),
          ({ cell }) => names.get(below(cell)) ?? below(cell),
        )}
        rows={shown.map((row) => ({
          ...row,
          cellName: names.get(row.cell) ?? row.cell,
          mayOpen: can(viewer, 'see', row.cell),
          communeName: isWithin(row.cell, id) && id !== districtOf(id) ? '' : (names.get(communeOf(row.cell)) ?? ''),
        }))}
        total={chosen.length}
        page={page}
        pages={pages}
      />
    ),
  };
};

function nameOf(unit: Unit, month: Month): string {
  return fullName(unitIn(month, unit));
}

/** The month of the other list: before the one that is shown, or the last one. */
function lastMonthOf(asked: Period | undefined, now: Month): Month {
  const first = asked && monthsOf(asked)[0];
  return addMonths(first ?? now, -1);
}

function countsOf(counts: readonly { readonly state: TaskState; readonly count: number }[]) {
  return Object.fromEntries(counts.map(({ state, count }) => [state, count]));
}

/** A row in the form in which the HTTP interface returns it. */
function rowJson({ task: { id, what, who, due, state, repeated }, cell, overdue, said }: TaskRow) {
  return { id, cell, what, ...(who && { who }), ...(due && { due }), state, repeated, overdue, ...(said && { said }) };
}
