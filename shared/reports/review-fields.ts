import type { Bilingual } from '#shared/language/lang.ts';
import type { Report } from '#shared/reports/report.ts';
import type { ReportFields } from '#shared/reports/report-fields.ts';

/** The fields that a review adds to a report; nobody types them into its form. */
export const reviewFields = {
  reviewed: { vi: 'Điểm do xã hoặc tổ công tác chấm khác', en: 'Points the commune or a working group gave instead' },
  official: { vi: 'Điểm do huyện chấm khác', en: 'Points the district gave instead' },
} as const satisfies Record<Exclude<keyof Report, keyof ReportFields>, Bilingual>;
