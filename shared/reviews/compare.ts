import { requiredIn } from '#shared/judging/attendance.ts';
import { judgeMeeting } from '#shared/judging/judge-meeting.ts';
import type { Flag } from '#shared/judging/judgement.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { ReportOutline } from '#shared/reports/outline.ts';
import type { ReportId } from '#shared/reports/report.ts';
import type { ComparedReport, Neighbours } from '#shared/reviews/compared.ts';

interface Stored {
  readonly id: ReportId;
  readonly report: ReportFigures;
  readonly passages?: readonly string[];
}

/** What a reviewer is told of a report: the norms that it misses, and all that sentinels look at. */
export interface ToLookAt {
  readonly flags: readonly Flag[];
  readonly compared: ComparedReport;
}

/**
 * Judges a report by the cell's own points, beside what it is compared with.
 *
 * @param month all reports of the cell's month
 * @param before outlines of the cell's reports of the months before, in any order
 */
export function toLookAt(
  { report, passages = [] }: Stored,
  regime: Regime,
  {
    month,
    before,
    neighbours,
  }: {
    readonly month: readonly ReportFigures[];
    readonly before: readonly ReportOutline[];
    readonly neighbours: Neighbours;
  },
): ToLookAt {
  const { reviewed, official, ...own } = report;
  const { criteria, flags } = judgeMeeting(own, regime, month);
  return {
    flags,
    compared: {
      report: own,
      passages,
      criteria,
      required: requiredIn(own, regime),
      before: before.toSorted((a, b) => (a.date < b.date ? 1 : -1)),
      neighbours,
    },
  };
}
