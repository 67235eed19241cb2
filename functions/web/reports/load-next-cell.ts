import type { SignedIn } from '#functions/http/http-handler.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { LoadedReport } from '#functions/web/reports/load-report.ts';
import { type NextCell, nextCell } from '#shared/reports/next-cell.ts';
import { parentOf, standingIn } from '#shared/units/units.ts';

export interface NextCellDeps {
  readonly directory: Pick<DirectoryStore, 'subtree'>;
  readonly reports: Pick<ReportStore, 'newestOfMonth'>;
}

/** For which cell a commune that has just sent a report goes on; others enter one report only. */
export async function loadNextCell(
  { viewer, now }: Pick<SignedIn, 'viewer' | 'now'>,
  { revision: { report }, month, closing }: LoadedReport,
  { directory, reports }: NextCellDeps,
): Promise<NextCell | undefined> {
  const commune = parentOf(report.cell);
  if (viewer.role !== 'commune' || commune !== viewer.unit || now > closing) return undefined;
  const [units, found] = await Promise.all([directory.subtree(commune), reports.newestOfMonth(commune, month)]);
  const cells = standingIn(month, units).filter(({ level }) => level === 'cell');
  return nextCell(
    report,
    cells,
    found.map((each) => each.report),
  );
}
