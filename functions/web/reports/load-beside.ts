import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import { can, type Viewer } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { formatDay } from '#shared/language/format.ts';
import { type Neighbours, neighboursOf } from '#shared/neighbours.ts';
import type { Month } from '#shared/period.ts';
import { type ReportId, reportIdOf } from '#shared/reports/report.ts';
import { communeOf, compareUnits, fullName, standingIn, type Unit, type UnitId } from '#shared/units/units.ts';
import type { Neighbour } from '#web/components/neighbour-nav.tsx';

export interface BesideDeps {
  readonly directory: Pick<DirectoryStore, 'subtree'>;
  readonly reports: Pick<ReportStore, 'newestOfMonth'>;
}

/** The reports before and after one on its commune's board of the month, of those that the viewer sees. */
export async function besideReport(
  viewer: Viewer,
  { id, cell, month }: { readonly id: ReportId; readonly cell: UnitId; readonly month: Month },
  { directory, reports }: BesideDeps,
): Promise<Neighbours<Neighbour>> {
  // Whoever sees one cell has no list to go through.
  if (viewer.role === 'cell') return {};
  const commune = communeOf(cell);
  const [cells, found] = await Promise.all([
    cellsOf(viewer, commune, month, directory),
    reports.newestOfMonth(commune, month),
  ]);
  const rows = cells.flatMap((each) =>
    found
      .filter(({ report }) => report.cell === each.id)
      .map(({ report }) => ({
        id: reportIdOf(report),
        name: `${fullName(each)}, ${formatDay(report.date)}`,
        path: pathTo('/reports/{id}', { id: reportIdOf(report) }),
      })),
  );
  return neighboursOf(rows, (row) => row.id === id);
}

/** The cells before and after one in its commune, of those that the viewer sees, with the way to their results. */
export async function besideCell(
  viewer: Viewer,
  { id, month }: { readonly id: UnitId; readonly month: Month },
  { directory }: Pick<BesideDeps, 'directory'>,
): Promise<Neighbours<Neighbour>> {
  if (viewer.role === 'cell') return {};
  const rows = (await cellsOf(viewer, communeOf(id), month, directory)).map((cell) => ({
    id: cell.id,
    name: fullName(cell),
    path: pathTo('/results/{cell}', { cell: cell.id }),
  }));
  return neighboursOf(rows, (row) => row.id === id);
}

async function cellsOf(
  viewer: Viewer,
  commune: UnitId,
  month: Month,
  directory: BesideDeps['directory'],
): Promise<Unit[]> {
  return standingIn(month, await directory.subtree(commune))
    .filter(({ id, level }) => level === 'cell' && can(viewer, 'see', id, month))
    .sort(compareUnits);
}
