import { loadOrigins, type Origin, type OriginReports } from '#functions/reports/load-origins.ts';
import { type Lines, loadWords, MONTHS_OF_TASKS, reaches, tasksNamed } from '#functions/reports/load-tasks.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { ReportTaskStore } from '#functions/store/report-task-store.ts';
import type { TaskWordStore } from '#functions/store/task-word-store.ts';
import { addMonths, dayAt, type Instant, type Month, monthAt, monthOf, monthsBetween } from '#shared/period.ts';
import { partsOfReportId } from '#shared/reports/report.ts';
import { partsOfTaskId, type TaskId } from '#shared/reports/task-id.ts';
import { type TrackedTask, tasksOf, unsaidTask } from '#shared/reports/tasks.ts';
import { followedUpIn } from '#shared/tasks/followed-up.ts';
import { isOverdue, type TaskRow } from '#shared/tasks/task-row.ts';
import { lineageOf } from '#shared/units/lineage.ts';
import { communeOf, districtOf, isWithin, standingIn, type Unit, type UnitId } from '#shared/units/units.ts';

export interface TaskRowStores {
  readonly directory: Pick<DirectoryStore, 'subtree' | 'allUnits'>;
  readonly reports: OriginReports & Pick<ReportStore, 'newestOfMonth'>;
  readonly reportTasks: Pick<ReportTaskStore, 'ofMonth'>;
  readonly taskWords: Pick<TaskWordStore, 'ofUnit'>;
}

/** Whose tasks are read. */
export interface TaskScope {
  /** The unit of the page. */
  readonly unit: UnitId;
  /** Whether the tasks of a cell below it are meant, in a month. */
  readonly has: (cell: UnitId, month: Month) => boolean;
  /** Whether some cells below it are not meant: then its communes are read one by one. */
  readonly isPart: boolean;
}

export interface LoadedRows {
  readonly rows: readonly TaskRow[];
  /** The unit and all below it; where there was a reform, all of its root. */
  readonly units: readonly Unit[];
}

/** The tasks of a unit's cells as they stand today: given, followed up or spoken of in the last twelve months. */
export async function loadTaskRows(scope: TaskScope, now: Instant, stores: TaskRowStores): Promise<LoadedRows> {
  const last = monthAt(now);
  const units = await unitsOf(scope, stores);
  const cells = cellsIn(last, scope, units);
  const found = await loadTracked(cells, { scope, months: window(last, last), units }, stores);
  const today = dayAt(now);
  const rows = [...found].flatMap(([cell, tasks]) =>
    tasks.map((task) => ({ task, cell, overdue: isOverdue(task, today) })),
  );
  return { rows, units };
}

/**
 * What the meetings of some months said last of each task that they followed up: the rows that the scorecards of those
 * months count, each with the task as it stands today.
 */
export async function loadSaidRows(
  scope: TaskScope,
  months: readonly Month[],
  now: Instant,
  stores: TaskRowStores,
): Promise<LoadedRows> {
  const [first, last] = [months[0], months.at(-1)] as [Month, Month];
  const units = await unitsOf(scope, stores);
  const standing = months.map((month) => ({ month, cells: cellsIn(month, scope, units) }));
  const cells = [...new Map(standing.flatMap((each) => each.cells).map((cell) => [cell.id, cell])).values()];
  const tops = topsOf(scope, cells);
  const [tracked, said] = await Promise.all([
    loadTracked(cells, { scope, months: window(first, last, now), units }, stores),
    Promise.all(
      standing.map(async ({ month, cells: own }) => {
        const ids = new Set(own.map(({ id }) => id));
        const found = (await Promise.all(tops.map((top) => stores.reports.newestOfMonth(top, month)))).flat();
        const meetings = found.map(({ report }) => report).filter(({ cell }) => ids.has(cell));
        return [...Map.groupBy(meetings, ({ cell }) => cell)].flatMap(([cell, own]) =>
          followedUpIn(own).map((each) => ({ ...each, cell, month })),
        );
      }),
    ),
  ]);
  const byMention = new Map(
    [...tracked.values()]
      .flat()
      .flatMap((task) =>
        task.news.flatMap(({ report, row }) => (row === undefined ? [] : [[`${report} ${row}`, task]])),
      ),
  ) as ReadonlyMap<string, TrackedTask>;
  const today = dayAt(now);
  const rows = said.flat().map(({ cell, month, report, row, status, task: id }): TaskRow => {
    const task = byMention.get(`${report} ${row}`) ?? unsaidTask(id ?? `${report}_w000000000000`);
    return { task, cell, overdue: isOverdue(task, today), said: { status, report, month } };
  });
  return { rows, units };
}

/**
 * One task as whoever has it finds it today, with all that was said of it; `undefined` if there is none.
 *
 * @param cell that has the task: the one that gave it, or its heir
 * @param units all of its root, where there was a reform
 */
export async function loadTask(
  id: TaskId,
  cell: Unit,
  units: readonly Unit[],
  now: Instant,
  stores: TaskRowStores,
): Promise<TrackedTask | undefined> {
  const given = monthOf(partsOfReportId(partsOfTaskId(id).report).date);
  const [first = given, ...rest] = window(monthAt(now), monthAt(now));
  const months = given < first ? [...monthsBetween(given, addMonths(first, -1)), first, ...rest] : [first, ...rest];
  const scope = { unit: cell.id, has: () => true, isPart: false };
  const found = await loadTracked([cell], { scope, months, units }, stores);
  return found.get(cell.id)?.find((task) => task.id === id);
}

/** The twelve months until one, and those since until now, up to as many. */
function window(first: Month, last: Month, now?: Instant): Month[] {
  const months = monthsBetween(addMonths(first, 1 - MONTHS_OF_TASKS), addMonths(last, MONTHS_OF_TASKS));
  const end = now ? monthAt(now) : last;
  return months.filter((month) => month <= end);
}

async function unitsOf({ unit }: TaskScope, { directory }: TaskRowStores): Promise<readonly Unit[]> {
  const units = await directory.subtree(unit);
  return units.some(({ predecessors }) => predecessors) ? directory.allUnits(districtOf(unit)) : units;
}

function cellsIn(month: Month, { unit, has }: TaskScope, units: readonly Unit[]): readonly Unit[] {
  return standingIn(month, units).filter(({ id, level }) => level === 'cell' && isWithin(id, unit) && has(id, month));
}

/** The units whose partitions hold what some cells reported. */
function topsOf({ unit, isPart }: TaskScope, cells: readonly Unit[]): readonly UnitId[] {
  const above = ({ id }: Unit) =>
    isWithin(id, unit) && !isPart ? unit : unit.split('.').length > 2 ? id : communeOf(id);
  return [...new Set(cells.map(above))];
}

interface Reading {
  readonly scope: TaskScope;
  readonly months: readonly Month[];
  readonly units: readonly Unit[];
}

/** The tasks of each cell, and of those whose tasks it carries on. */
async function loadTracked(
  cells: readonly Unit[],
  { scope, months, units }: Reading,
  { reports, reportTasks, taskWords }: TaskRowStores,
): Promise<ReadonlyMap<UnitId, readonly TrackedTask[]>> {
  const lineage = lineageOf(units);
  const lines = cells.map((cell): readonly [UnitId, Lines] => [
    cell.id,
    cell.predecessors ? lineage.linesOf(cell) : [[cell]],
  ]);
  const sources = [...new Map(lines.flatMap(([, each]) => each.flat()).map((cell) => [cell.id, cell])).values()];
  const tops = topsOf(scope, sources);
  const [words, ...found] = await Promise.all([
    loadWords(
      tops,
      sources.map(({ id }) => id),
      taskWords,
    ),
    ...months.flatMap((month) => tops.map((top) => reportTasks.ofMonth(top, month))),
  ]);
  const ids = new Set(sources.map(({ id }) => id));
  const loaded = found
    .flat()
    .filter(({ cell, tasks, followUps }) => ids.has(cell) && tasks.length + followUps.length > 0)
    .map((report): Origin & { readonly report: typeof report } => ({ id: report.id, report }));
  const own = words.filter(({ cell }) => ids.has(cell));
  const named = tasksNamed(loaded, own, months[0] as Month);
  const origins = (await loadOrigins(named.tasks, loaded, reports)).map(({ report }) => report);
  const reportsBy = Map.groupBy(loaded, ({ report }) => report.cell);
  const wordsBy = Map.groupBy(named.words, ({ cell }) => cell);
  const originsBy = Map.groupBy(origins, ({ cell }) => cell);
  return new Map(
    lines.map(([cell, ways]) => {
      const of = [...new Set(ways.flat().map(({ id }) => id))];
      const tasks = tasksOf(
        of.flatMap((id) => reportsBy.get(id) ?? []).map(({ report }) => report),
        {
          origins: of.flatMap((id) => originsBy.get(id) ?? []),
          words: of.flatMap((id) => wordsBy.get(id) ?? []),
          carriesOn: (one, other) => reaches(ways, one, other),
        },
      );
      return [cell, tasks];
    }),
  );
}
