import type { ReportStore } from '#functions/store/report-store.ts';
import type { ReportId } from '#shared/reports/report.ts';
import { partsOfTaskId, type TaskId } from '#shared/reports/task-id.ts';
import { withRows } from '#shared/reports/task-rows.ts';
import { saysTask, type TaskReport } from '#shared/reports/tasks.ts';

export type OriginReports = Pick<ReportStore, 'newest' | 'history'>;

/** A report that says what a task is. */
export interface Origin {
  readonly id: ReportId;
  readonly report: TaskReport;
}

/**
 * The reports that say what tasks are which other reports name by their ids. A row that an amendment has taken out is
 * there as it was last.
 *
 * @param loaded reports that need not be read again
 */
export async function loadOrigins(
  tasks: readonly TaskId[],
  loaded: readonly Origin[],
  reports: OriginReports,
): Promise<readonly Origin[]> {
  const known = new Map(loaded.map((each) => [each.id, each]));
  const unsaid = tasks.filter((task) => !saysTask(known.get(partsOfTaskId(task).report)?.report, task));
  const origins = await Promise.all(
    [...Map.groupBy(unsaid, (task) => partsOfTaskId(task).report)].map(async ([id, named]) => {
      const newest = known.get(id) ?? (await reports.newest(id));
      return named.every((task) => saysTask(newest?.report, task)) ? newest : allRows(id, reports);
    }),
  );
  return origins.filter((each) => each !== undefined);
}

/** A report with every row that it ever had. */
async function allRows(id: ReportId, reports: OriginReports): Promise<Origin | undefined> {
  const newestFirst = (await reports.history(id)).reverse();
  const [newest] = newestFirst;
  const rows = newestFirst.flatMap(({ report }) => withRows(report).tasks);
  const tasks = [...new Map(rows.reverse().map((task) => [task.row, task])).values()];
  const followUps = newestFirst.flatMap(({ report }) => report.followUps);
  return newest && { ...newest, report: { ...newest.report, tasks, followUps } };
}
