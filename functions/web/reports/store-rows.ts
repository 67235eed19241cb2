import type { ToRecord } from '#functions/http/answer.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import type { Stored } from '#functions/http/owing.ts';
import type { ReportStore, StoredRevision } from '#functions/store/report-store.ts';
import type { CommuneMonth } from '#functions/web/reports/commune-month.ts';
import { storeInTime } from '#functions/web/reports/store-in-time.ts';
import { storeReport } from '#functions/web/reports/store-report.ts';
import type { ComparedRow, StoredReport } from '#shared/reports/files/compare-stored.ts';
import { receiptOf } from '#shared/reports/receipt.ts';
import type { ReportId } from '#shared/reports/report.ts';

/** What became of the rows of a file. */
export interface StoredRows {
  readonly stored: readonly {
    readonly row: string;
    readonly id: ReportId;
    readonly receipt: string;
    readonly kind: 'added' | 'same';
  }[];
  /** The rows whose report could not be stored, through no fault of theirs. */
  readonly failed: readonly string[];
  /** The rows whose report somebody else has stored in the meantime. */
  readonly stale: readonly string[];
  readonly audit: readonly ToRecord[];
}

type Deps = { readonly reports: Pick<ReportStore, 'append'> };
type Outcome = { readonly row: string } & (
  | { readonly kind: 'left-out' | 'stale' | 'failed' }
  | ({ readonly kind: 'added' | 'same'; readonly revision: StoredReport } & Partial<Stored>)
);

/**
 * Stores each row as its own report, as the form does: a row whose report cannot be stored harms no other. One roll-up
 * is asked for. What is stored already says so with its receipt.
 */
export async function storeRows(
  rows: readonly ComparedRow<StoredRevision>[],
  month: CommuneMonth,
  request: SignedIn,
  deps: Deps,
): Promise<StoredRows> {
  const outcomes = await storeInTime<ComparedRow<StoredRevision>, Outcome>(
    rows,
    request.route,
    (row) => storeRow(row, month, request, deps),
    (row) => ({ row: row.row, kind: isLeftOut(row) ? 'left-out' : 'failed' }),
  );
  const done = outcomes.flatMap((each) => ('revision' in each ? [each] : []));
  const changes = done.flatMap(({ owes, owed }) => (owes ? [{ owes, owed }] : []));
  return {
    stored: done.map(({ row, kind, revision }) => ({ row, kind, id: revision.id, receipt: receiptOf(revision) })),
    failed: outcomes.flatMap(({ row, kind }) => (kind === 'failed' ? [row] : [])),
    stale: outcomes.flatMap(({ row, kind }) => (kind === 'stale' ? [row] : [])),
    audit: await request.owing.pay(changes),
  };
}

/** Whether nothing of a row is to be stored: it is skipped, or another report stands that it is not to replace. */
function isLeftOut({ compared, isSkipped, existing }: ComparedRow<StoredRevision>): boolean {
  return isSkipped || (compared.kind !== 'same' && compared.kind !== 'new' && existing !== 'replace');
}

async function storeRow(
  row: ComparedRow<StoredRevision>,
  month: CommuneMonth,
  request: SignedIn,
  deps: Deps,
): Promise<Outcome> {
  if (isLeftOut(row)) return { row: row.row, kind: 'left-out' };
  const { report, compared, amended } = row;
  if (compared.kind === 'same') {
    return { row: row.row, kind: 'same', revision: compared.stored };
  }
  const content = amended ?? (report && { report, base: 0 });
  if (!content) return { row: row.row, kind: 'left-out' };
  const stored = await storeReport(content, month, request, deps);
  return stored ? { row: row.row, ...stored } : { row: row.row, kind: 'stale' };
}
