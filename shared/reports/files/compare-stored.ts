import { type Day, monthOf } from '#shared/period.ts';
import type { CheckedRow } from '#shared/reports/files/check-rows.ts';
import { fileFields } from '#shared/reports/files/file-fields.ts';
import type { ReportFigures } from '#shared/reports/free-text.ts';
import { type Report, type ReportId, reportIdOf } from '#shared/reports/report.ts';
import { toTyped } from '#shared/reports/to-typed.ts';

/** A field that a row and the stored report of its meeting answer otherwise. */
export interface Difference {
  readonly field: string;
  /** As typed; blank where it is not answered. */
  readonly stored: string;
  readonly inFile: string;
}

/** What is stored already of a row's meeting, or of the month's regular one on another day. */
export type Compared<Stored> =
  | { readonly kind: 'new' }
  | { readonly kind: 'same'; readonly stored: Stored }
  | { readonly kind: 'differs'; readonly stored: Stored; readonly differences: readonly Difference[] }
  | { readonly kind: 'other-day'; readonly stored: Stored; readonly day: Day };

/** A stored revision, as far as a comparison needs it. */
export interface StoredReport {
  readonly id: ReportId;
  readonly digest: string;
  readonly report: ReportFigures;
}

/** A row with what is stored already of its meeting. */
export interface ComparedRow<Stored extends StoredReport = StoredReport> extends CheckedRow {
  readonly compared: Compared<Stored>;
  /** What is stored with what the file says instead, and the revision that this follows. */
  readonly amended?: { readonly report: Report; readonly base: number };
}

/** Compares a row with what is stored, in what the file says; what it does not say stays as it is. */
export function compareStored<Stored extends StoredReport>(
  report: Report,
  { typed }: Pick<CheckedRow, 'typed'>,
  stored: readonly Stored[],
): Compared<Stored> {
  const own = stored.find(({ id }) => id === reportIdOf(report));
  if (!own) {
    const other = stored.find(({ report: { cell, kind, date } }) => {
      return (
        cell === report.cell && kind === 'regular' && report.kind === kind && monthOf(date) === monthOf(report.date)
      );
    });
    return other ? { kind: 'other-day', stored: other, day: other.report.date } : { kind: 'new' };
  }
  const [before, now] = [toTyped(own.report as Partial<Report>), toTyped(report)];
  const differences = Object.keys(fileFields).flatMap((field) => {
    const [is, was] = [now[field] ?? '', before[field] ?? ''];
    return (typed[field] ?? '').trim() === '' || is === was ? [] : [{ field, stored: was, inFile: is }];
  });
  return differences.length === 0 ? { kind: 'same', stored: own } : { kind: 'differs', stored: own, differences };
}
