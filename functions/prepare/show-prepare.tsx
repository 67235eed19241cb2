import type { Action } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import { problem } from '#functions/http/problem.tsx';
import { linesOf, loadTasks, type TaskStores } from '#functions/reports/load-tasks.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import { addMonths, monthAt, parseMonth } from '#shared/period.ts';
import { openTasks } from '#shared/reports/tasks.ts';
import { communeOf, fullName, isStanding, unitIn } from '#shared/units/units.ts';
import { PreparePage } from '#web/prepare/prepare-page.tsx';

interface Deps extends TaskStores {
  readonly directory: Pick<DirectoryStore, 'unit' | 'allUnits'>;
}

/** Shows what a cell needs for its next meeting. */
export const showPrepare: Action<Deps> = async ({ query, viewer, lang, now }, deps) => {
  const month = parseMonth(query['month'] ?? monthAt(now));
  const id = month && namedUnit(viewer, 'see', query['cell'], month);
  if (!id || !findRegime(month)) return problem('not-found', lang);
  const [cell, commune] = await Promise.all([deps.directory.unit(id), deps.directory.unit(communeOf(id))]);
  if (cell?.level !== 'cell' || !isStanding(month, cell, [commune])) return problem('not-found', lang);
  const { tasks } = await loadTasks(await linesOf(cell, deps.directory), addMonths(month, -1), deps);
  const name = fullName(unitIn(month, cell));
  return {
    status: 200,
    json: { cell: cell.id, name, month, tasks: openTasks(tasks).length },
    page: (context) => <PreparePage context={context} cell={{ id, name }} month={month} />,
  };
};
