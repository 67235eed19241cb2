import type { Instant } from '#shared/period.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { Revision } from '#shared/reports/report.ts';

/** A report as judging needs it: the newest revision, without its free text. */
export type CurrentReport = Pick<Revision, 'id' | 'firstReceivedAt' | 'assignedTasks'> & {
  readonly report: ReportFigures;
  /** Absent: not returned. */
  readonly state?: Revision['state'];
};

/** When a cell reported: the first receipt of its regular meeting, or else of any meeting; `undefined` if missing. */
export function receivedAt(
  reports: readonly { readonly report: Pick<ReportFigures, 'kind'>; readonly firstReceivedAt: Instant }[],
): Instant | undefined {
  const regular = reports.filter(({ report }) => report.kind === 'regular');
  return (regular.length > 0 ? regular : reports).map(({ firstReceivedAt }) => firstReceivedAt).sort()[0];
}
