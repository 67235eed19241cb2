import { forEachUnit, type Run } from '#functions/rollup/run.ts';
import { countForBoard } from '#shared/reviews/waiting.ts';
import { isLarge } from '#shared/units/is-large.ts';
import { communeOf, type UnitId } from '#shared/units/units.ts';

/**
 * Counts, commune by commune, the reports that wait for the district's board: for a district so large that its pages
 * cannot. It replaces what was counted before, so it may run twice.
 *
 * @param commune the only commune that changed; absent: any may have
 */
export async function countWaiting({ directory, month, stores, now }: Run, commune?: UnitId): Promise<void> {
  const { district, communes, cells } = directory;
  if (!isLarge(cells.length)) return;
  const entries = await stores.reports.entriesOfMonth(commune ?? district.id, month);
  const byCommune = Map.groupBy(entries, ({ report }) => communeOf(report.cell));
  await forEachUnit(
    communes.filter(({ id }) => commune === undefined || id === commune),
    ({ id }) => {
      const count = countForBoard(district.id, byCommune.get(id) ?? []);
      return stores.waiting.put(month, { commune: id, count, countedAt: now });
    },
  );
}
