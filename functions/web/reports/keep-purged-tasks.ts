import type { ReportStore } from '#functions/store/report-store.ts';
import { MOST_ROWS } from '#shared/input/fields.ts';
import type { Typed } from '#shared/input/typed.ts';
import { type Report, reportIdOf } from '#shared/reports/report.ts';
import { withRows } from '#shared/reports/task-rows.ts';

/**
 * The report with those tasks whose words were purged: the form shows them as blank rows, and whoever amends something
 * else has not taken them out. A row that is taken out by its button comes without its number.
 */
export async function keepPurgedTasks(
  typed: Typed,
  report: Report,
  reports: Pick<ReportStore, 'newest'>,
): Promise<Report> {
  const blank = new Set(
    Array.from({ length: MOST_ROWS }, (_, n) => `tasks[${n}].`).flatMap((at) => {
      const isBlank = ['what', 'who', 'due'].every((part) => !typed[at + part]?.trim());
      return isBlank && typed[`${at}row`] ? [typed[`${at}row`]] : [];
    }),
  );
  if (blank.size === 0) return report;
  const stored = await reports.newest(reportIdOf(report));
  const kept = stored
    ? withRows(stored.report).tasks.filter(({ what, row }) => what === '' && blank.has(`${row}`))
    : [];
  return { ...report, tasks: [...report.tasks, ...kept] };
}
