import { loadOrigins, type Origin } from '#functions/reports/load-origins.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ReportStore, StoredRevision } from '#functions/store/report-store.ts';
import type { TaskWordStore } from '#functions/store/task-word-store.ts';
import { addMonths, endOfMonth, type Month, monthAt, standsIn } from '#shared/period.ts';
import { isTaskId, partsOfTaskId, type TaskId } from '#shared/reports/task-id.ts';
import type { TaskWord } from '#shared/reports/task-word.ts';
import { type TrackedTask, tasksOf } from '#shared/reports/tasks.ts';
import { lineageOf } from '#shared/units/lineage.ts';
import { districtOf, type Unit, type UnitId } from '#shared/units/units.ts';

/** The ways by which open tasks came to a cell: each from the first cell to this one. */
export type Lines = readonly (readonly Unit[])[];

/** A cell's tasks, and what they were read from. */
interface CellTasks {
  readonly tasks: readonly TrackedTask[];
  /** The reports that gave tasks or followed them up, with their words. */
  readonly whole: readonly Origin[];
  /** The reports of the last month; where the cell sent none, of the month before that has some. */
  readonly meetings: readonly StoredRevision[];
}

/**
 * How many months back a task is searched that nobody has followed up. One that was is known by its id, however old it
 * is.
 */
export const MONTHS_OF_TASKS = 12;

/** The cell, or the ways from the cells before it to this one. */
export async function linesOf(cell: Unit, directory: Pick<DirectoryStore, 'allUnits'>): Promise<Lines> {
  return cell.predecessors ? lineageOf(await directory.allUnits(districtOf(cell.id))).linesOf(cell) : [[cell]];
}

/** Whether a cell has its own tasks or carries on those of another one. */
export function reaches(lines: Lines, cell: UnitId, of: UnitId): boolean {
  return lines.some((line) => {
    const ids = line.map(({ id }) => id);
    return ids.includes(of) && ids.indexOf(of) <= ids.indexOf(cell);
  });
}

export interface TaskStores {
  readonly reports: Pick<ReportStore, 'newest' | 'history' | 'newestOfMonth' | 'withFreeText'>;
  readonly taskWords: Pick<TaskWordStore, 'ofUnit'>;
}

/**
 * The tasks of a cell and of those whose tasks it carries on, with their news, as its next meeting finds them.
 *
 * @param lines of the cell
 * @param last the month until whose end reports count; what is said between meetings counts until the end of the next
 */
export async function loadTasks(lines: Lines, last: Month, { reports, taskWords }: TaskStores): Promise<CellTasks> {
  const cells = cellsOf(lines);
  const ids = cells.map(({ id }) => id);
  const [words, ...months] = await Promise.all([
    loadWords(ids, ids, taskWords),
    ...monthsUntil(last).map((each) => readMonth(cells, each, last, reports)),
  ]);
  const found = await Promise.all(
    months
      .flat()
      .filter(({ report }) => report.tasks.length + report.followUps.length > 0)
      .map((each) => reports.withFreeText(each)),
  );
  const until = endOfMonth(addMonths(last, 1));
  const said = words.filter(({ at }) => at <= until);
  const { tasks: named, words: known } = tasksNamed(found, said, addMonths(last, 1 - MONTHS_OF_TASKS));
  const origins = await loadOrigins(named, found, reports);
  const tasks = tasksOf(
    found.map(({ report, firstReceivedAt }) => ({ ...report, receivedAt: firstReceivedAt })),
    {
      origins: origins.map(({ report }) => report),
      words: known,
      carriesOn: (cell, of) => reaches(lines, cell, of),
    },
  );
  return { tasks, whole: [...found, ...origins], meetings: months.find((each) => each.length > 0) ?? [] };
}

/** The last meetings alone, as `loadTasks` has them: one month is read, and those before it only where it has none. */
export async function loadMeetings(
  lines: Lines,
  last: Month,
  { reports }: { readonly reports: Pick<ReportStore, 'newestOfMonth'> },
): Promise<CellTasks['meetings']> {
  for (const each of monthsUntil(last)) {
    const meetings = await readMonth(cellsOf(lines), each, last, reports);
    if (meetings.length > 0) return meetings;
  }
  return [];
}

const cellsOf = (lines: Lines): readonly Unit[] => [...new Set(lines.flat())];

/** The months in which tasks are searched, the last one first. */
const monthsUntil = (last: Month): Month[] =>
  Array.from({ length: MONTHS_OF_TASKS }, (_, back) => addMonths(last, -back));

/** The last month's report may have been sent a moment ago; older ones were not. */
async function readMonth(
  cells: readonly Unit[],
  month: Month,
  last: Month,
  reports: Pick<ReportStore, 'newestOfMonth'>,
): Promise<StoredRevision[]> {
  const standing = cells.filter((cell) => standsIn(month, cell));
  const consistent = month === last;
  return (await Promise.all(standing.map(({ id }) => reports.newestOfMonth(id, month, { consistent })))).flat();
}

/**
 * What was said between meetings of the tasks of some units. Whoever had a task may have been of another district.
 *
 * @param units whose reports gave the tasks
 * @param cells that have had them
 */
export async function loadWords(
  units: readonly UnitId[],
  cells: readonly UnitId[],
  { ofUnit }: Pick<TaskWordStore, 'ofUnit'>,
): Promise<readonly TaskWord[]> {
  const districts = [...new Set(cells.map(districtOf))];
  return (await Promise.all(units.flatMap((unit) => districts.map((each) => ofUnit(unit, each))))).flat();
}

/**
 * The tasks that reports follow up by their ids, and those of which somebody has spoken between meetings; with the words
 * that count. Words from before the months that were read are only of tasks that are known otherwise.
 */
export function tasksNamed(
  found: readonly Origin[],
  words: readonly TaskWord[],
  first: Month,
): { readonly tasks: readonly TaskId[]; readonly words: readonly TaskWord[] } {
  const followed = new Set(found.flatMap(({ report }) => report.followUps.map(({ task }) => task)).filter(isTaskId));
  const read = new Set(found.map(({ id }) => id));
  const known = words.filter(
    ({ task, at }) => followed.has(task) || monthAt(at) >= first || read.has(partsOfTaskId(task).report),
  );
  return { tasks: [...new Set([...followed, ...known.map(({ task }) => task)])], words: known };
}
