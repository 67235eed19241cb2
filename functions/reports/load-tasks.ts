import { loadOrigins } from '#functions/reports/load-origins.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ReportStore, StoredRevision } from '#functions/store/report-store.ts';
import { addMonths, type Month, standsIn } from '#shared/period.ts';
import type { Revision } from '#shared/reports/report.ts';
import { isTaskId } from '#shared/reports/task-id.ts';
import { type TrackedTask, tasksOf } from '#shared/reports/tasks.ts';
import { lineageOf } from '#shared/units/lineage.ts';
import { districtOf, type Unit, type UnitId } from '#shared/units/units.ts';

/** The ways by which open tasks came to a cell: each from the first cell to this one. */
export type Lines = readonly (readonly Unit[])[];

/** A cell's tasks, and what they were read from. */
interface CellTasks {
  readonly tasks: readonly TrackedTask[];
  /** The reports that gave tasks or followed them up, with their words. */
  readonly whole: readonly Revision[];
  /** The reports of the last month; where the cell sent none, of the month before that has some. */
  readonly meetings: readonly StoredRevision[];
}

/**
 * How many months back a task is searched that nobody has followed up. One that was is known by its id, however old it
 * is.
 */
const MONTHS_OF_TASKS = 12;

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

/**
 * The tasks of a cell and of those whose tasks it carries on, with their news.
 *
 * @param lines of the cell
 * @param last the month until whose end reports count
 */
export async function loadTasks(
  lines: Lines,
  last: Month,
  reports: Pick<ReportStore, 'newest' | 'history' | 'newestOfMonth' | 'withFreeText'>,
): Promise<CellTasks> {
  const cells = [...new Set(lines.flat())];
  const months = Array.from({ length: MONTHS_OF_TASKS - 1 }, (_, back) => addMonths(last, -1 - back));
  const read = async (each: Month, consistent: boolean) => {
    const standing = cells.filter((cell) => standsIn(each, cell));
    return (await Promise.all(standing.map(({ id }) => reports.newestOfMonth(id, each, { consistent })))).flat();
  };
  const [meetings, ...earlier] = await Promise.all([
    read(last, true),
    // The last month's report may have been sent a moment ago; older ones were not.
    ...months.map((each) => read(each, false)),
  ]);
  const found = await Promise.all(
    [...meetings, ...earlier.flat()]
      .filter(({ report }) => report.tasks.length + report.followUps.length > 0)
      .map((each) => reports.withFreeText(each)),
  );
  const named = found.flatMap(({ report }) => report.followUps.map(({ task }) => task)).filter(isTaskId);
  const origins = await loadOrigins(named, found, reports);
  const tasks = tasksOf(
    found.map(({ report }) => report),
    {
      origins: origins.map(({ report }) => report),
      carriesOn: (cell, of) => reaches(lines, cell, of),
    },
  );
  return {
    tasks,
    whole: [...found, ...origins],
    meetings: [meetings, ...earlier].find((each) => each.length > 0) ?? [],
  };
}
