import type { ReportStore } from '#functions/store/report-store.ts';
import type { Month } from '#shared/period.ts';
import type { ReportId } from '#shared/reports/report.ts';
import type { UnitId } from '#shared/units/units.ts';

/** The report of a cell's regular meeting of a month, where there is one: a second one is rarely meant. */
export async function reportedMeeting(
  cell: UnitId,
  month: Month,
  reports: Pick<ReportStore, 'newestOfMonth'>,
): Promise<ReportId | undefined> {
  return (await reports.newestOfMonth(cell, month)).find(({ report }) => report.kind === 'regular')?.id;
}
