import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { Report, ReportId, Revision } from '#shared/reports/report.ts';

/** As much of a report as those of other months are compared with. */
export type ReportOutline = Pick<Report, 'cell' | 'date' | 'kind'> &
  Pick<ReportFigures, 'durationMinutes' | 'fullMembers' | 'results'> & {
    readonly id: ReportId;
    readonly passages: NonNullable<Revision['passages']>;
  };
