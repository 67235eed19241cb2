import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedReport } from '#functions/http/named.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import { parseReceipt, receiptOf } from '#shared/reports/receipt.ts';
import type { Revision } from '#shared/reports/report.ts';
import { submissionOf } from '#shared/reports/submission.ts';
import { fullName } from '#shared/units/units.ts';
import { ReceiptPage } from '#web/reports/receipt-page.tsx';

export interface ReceiptDeps {
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly reports: Pick<ReportStore, 'month' | 'history'>;
}

interface Found {
  /** The revision by which the content with this number came. */
  readonly revision: Revision;
  /** Whether no other content has come since: a decision on it brings none. */
  readonly isCurrent: boolean;
  /** The number of the report's newest revision. */
  readonly newest: number;
  readonly cellName: string;
}

/** Checks whether a receipt number is stored among the reports that the user has permission to see. */
export const checkReceipt: Action<ReceiptDeps> = async (request, deps) => {
  const number = request.query['number'];
  const found = number ? await findReceipt(number, request, deps) : undefined;
  return {
    status: 200,
    json: {
      number: number ?? null,
      found: found ? foundJson(found) : null,
    },
    page: (context) => <ReceiptPage context={context} {...(number && { number })} {...(found && { found })} />,
  };
};

/** The number contains the month, so one partition is read and no index is needed. */
export async function findReceipt(
  typed: string,
  { viewer }: Pick<SignedIn, 'viewer'>,
  deps: ReceiptDeps,
): Promise<Found | undefined> {
  const receipt = parseReceipt(typed);
  if (!receipt) return undefined;
  for await (const each of deps.reports.month(viewer.unit, receipt.month)) {
    if (receiptOf(each) !== receipt.number || !namedReport(viewer, 'see', each.id)) continue;
    const [history, cell] = await Promise.all([deps.reports.history(each.id), deps.directory.unit(each.report.cell)]);
    const upTo = history.filter((one) => one.revision <= each.revision);
    if (upTo.at(-1)?.revision !== each.revision) continue;
    const revision = submissionOf(upTo);
    const isCurrent = submissionOf(history) === revision;
    return { revision, isCurrent, newest: history.length, cellName: cell ? fullName(cell) : each.report.cell };
  }
  return undefined;
}

function foundJson({ revision: { id, revision, at }, isCurrent, newest }: Found): object {
  return { id, revision, newest, isCurrent, receivedAt: at };
}
