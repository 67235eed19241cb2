import { loadOrigins, type OriginReports } from '#functions/reports/load-origins.ts';
import { type Lines, loadWords, MONTHS_OF_TASKS, reaches, tasksNamed } from '#functions/reports/load-tasks.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { ReportTaskStore } from '#functions/store/report-task-store.ts';
import type { TaskWordStore } from '#functions/store/task-word-store.ts';
import { addMonths, dayAt, type Instant, type Month, monthAt, monthOf, monthsBetween } from '#shared/period.ts';
import { partsOfReportId } from '#shared/reports/report.ts';
import { partsOfTaskId, type TaskId } from '#shared/reports/task-id.ts';
import { type TaskReport, type TrackedTask, tasksOf, unsaidTask } from '#shared/reports/tasks.ts';
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
  const found = await loadTracked(cells, { scope, months: yearUntil(last), units }, stores);
  const today = dayAt(now);
  const rows = [...found].flatMap(([cell, tasks]) =>
    tasks.map((task) => ({ task, cell, overdue: isOverdue(task, today) })),
  );
  return { rows, units };
}

/**
 * What the meetings of some months said last of each task that they followed up: the rows that the scorecards of those
 * months count, each with the task as it was then, and with what was said between meetings since.
 */
export async function loadSaidRows(
  scope: TaskScope,
  months: readonly Month[],
  now: Instant,
  stores: TaskRowStores,
): Promise<LoadedRows> {
  const units = await unitsOf(scope, stores);
  const standing = months.map((month) => ({ month, cells: cellsIn(month, scope, units) }));
  const said = (await inTurn(scope, standing, (each) => loadSaid(each, scope, stores))).flat();
  const cells = [...new Map(standing.flatMap((each) => each.cells).map((cell) => [cell.id, cell])).values()];
  const given = said.flatMap(({ task }) => (task ? [monthGiven(task)] : []));
  const [first] = [...months, ...given].sort() as [Month];
  const reading = { scope, months: monthsBetween(first, months.at(-1) as Month), units };
  const tracked = [...(await loadTracked(cells, reading, stores)).values()].flat();
  const byMention = new Map(
    tracked.flatMap((task) => task.news.map(({ report, row }) => [`${report} ${row}`, task] as const)),
  );
  const today = dayAt(now);
  const rows = said.map(({ cell, month, report, row, status, task: id }): TaskRow => {
    const task = byMention.get(`${report} ${row}`) ?? unsaidTask(id ?? `${report}_w000000000000`);
    return { task, cell, overdue: isOverdue(task, today), said: { status, report, month } };
  });
  return { rows, units };
}

interface Standing {
  readonly month: Month;
  readonly cells: readonly Unit[];
}

/** As the roll-up reads them: a report that cannot be read is left out. */
async function loadSaid({ month, cells }: Standing, scope: TaskScope, { reports }: TaskRowStores) {
  const ids = new Set(cells.map(({ id }) => id));
  const found = await inTurn(scope, topsOf(scope, cells), (top) => reports.newestOfMonth(top, month));
  const meetings = found.flat().flatMap(({ report }) => (ids.has(report.cell) ? [report] : []));
  return [...Map.groupBy(meetings, ({ cell }) => cell)].flatMap(([cell, own]) =>
    followedUpIn(own).map((each) => ({ ...each, cell, month })),
  );
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
  const [first] = [monthGiven(id), ...yearUntil(monthAt(now))].sort() as [Month];
  const months = monthsBetween(first, monthAt(now));
  const scope = { unit: cell.id, has: () => true, isPart: false };
  const found = await loadTracked([cell], { scope, months, units }, stores);
  return found.get(cell.id)?.find((task) => task.id === id || task.news.some(({ own }) => own === id));
}

/** The twelve months until one. */
function yearUntil(month: Month): Month[] {
  return monthsBetween(addMonths(month, 1 - MONTHS_OF_TASKS), month);
}

function monthGiven(task: TaskId): Month {
  return monthOf(partsOfReportId(partsOfTaskId(task).report).date);
}

/**
 * Reads one after the other, a few at once: those of a district are large, and a page waits no longer for all of them
 * than for each alone.
 */
async function inTurn<T, R>(
  { unit, isPart }: TaskScope,
  each: readonly T[],
  read: (one: T) => Promise<R>,
): Promise<R[]> {
  const atOnce = unit === districtOf(unit) && !isPart ? 2 : 6;
  const found: R[] = [];
  for (let at = 0; at < each.length; at += atOnce) {
    found.push(...(await Promise.all(each.slice(at, at + atOnce).map(read))));
  }
  return found;
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
  const reads = months.flatMap((month) => tops.map((top) => ({ month, top })));
  const [words, found] = await Promise.all([
    loadWords(
      tops,
      sources.map(({ id }) => id),
      taskWords,
    ),
    inTurn(scope, reads, ({ month, top }) => reportTasks.ofMonth(top, month)),
  ]);
  const ids = new Set(sources.map(({ id }) => id));
  const loaded = found
    .flat()
    .filter(({ cell, tasks, followUps }) => ids.has(cell) && tasks.length + followUps.length > 0);
  const named = tasksNamed(
    loaded.map((report) => ({ id: report.id, report })),
    words.filter(({ cell }) => ids.has(cell)),
    months[0] as Month,
  );
  const reportsBy = Map.groupBy(loaded, ({ cell }) => cell);
  const wordsBy = Map.groupBy(named.words, ({ cell }) => cell);
  const track = (ways: Lines, origins: readonly TaskReport[]) => {
    const of = [...new Set(ways.flat().map(({ id }) => id))];
    return tasksOf(
      of.flatMap((id) => reportsBy.get(id) ?? []),
      {
        origins: origins.filter(({ cell }) => of.includes(cell)),
        words: of.flatMap((id) => wordsBy.get(id) ?? []),
        carriesOn: (one, other) => reaches(ways, one, other),
      },
    );
  };
  const tracked = lines.map(([cell, ways]) => ({ cell, ways, tasks: track(ways, []) }));
  // What ended long ago, and was given before the months that were read, is left out: its words are not looked for.
  const read = new Set(loaded.map(({ id }) => id));
  const isKnown = ({ id, state }: TrackedTask) => state === 'open' || read.has(partsOfTaskId(id).report);
  const unsaid = tracked.flatMap(({ tasks }) => tasks.filter((task) => task.what === '' && isKnown(task)));
  const origins = await loadOrigins(
    unsaid.map(({ id }) => id),
    loaded.map((report) => ({ id: report.id, report })),
    reports,
  );
  const missed = new Set(unsaid.map(({ id }) => id));
  return new Map(
    tracked.map(({ cell, ways, tasks }) => {
      const isWhole = !tasks.some(({ id }) => missed.has(id));
      const all = isWhole
        ? tasks
        : track(
            ways,
            origins.map(({ report }) => report),
          );
      return [cell, all.filter(isKnown)];
    }),
  );
}
