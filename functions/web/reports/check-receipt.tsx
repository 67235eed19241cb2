import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedReport } from '#functions/http/named.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import { parseReceipt, receiptOf } from '#shared/reports/receipt.ts';
import type { Revision } from '#shared/reports/report.ts';
import { fullName } from '#shared/units/units.ts';
import { ReceiptPage } from '#web/reports/receipt-page.tsx';

interface Deps {
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly reports: Pick<ReportStore, 'month' | 'history'>;
}

interface Found {
  readonly revision: Revision;
  /** The number of the report's newest revision. */
  readonly newest: number;
  readonly cellName: string;
}

/** Checks whether a receipt number is stored among the reports that the user has permission to see. */
export const checkReceipt: Action<Deps> = async (request, deps) => {
  const number = request.query['number'];
  const found = number ? await findReceipt(number, request, deps) : undefined;
  return {
    status: 200,
    json: {
      number: number ?? null,
      found: found ? { id: found.revision.id, revision: found.revision.revision, newest: found.newest } : null,
    },
    page: (context) => <ReceiptPage context={context} {...(number && { number })} {...(found && { found })} />,
  };
};

/** The number contains the month, so one partition is read and no index is needed. */
async function findReceipt(typed: string, { viewer }: SignedIn, deps: Deps): Promise<Found | undefined> {
  const receipt = parseReceipt(typed);
  if (!receipt) return undefined;
  for await (const each of deps.reports.month(viewer.unit, receipt.month)) {
    if (receiptOf(each) !== receipt.number || !namedReport(viewer, 'see', each.id)) continue;
    const [history, cell] = await Promise.all([deps.reports.history(each.id), deps.directory.unit(each.report.cell)]);
    const revision = history.find((one) => one.revision === each.revision);
    if (revision) return { revision, newest: history.length, cellName: cell ? fullName(cell) : each.report.cell };
  }
  return undefined;
}
