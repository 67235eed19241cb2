import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { VisitStore } from '#functions/store/visit-store.ts';
import type { Day, Month } from '#shared/period.ts';
import { districtOf, type Unit, type UnitId } from '#shared/units/units.ts';
import { attendedMonths, lastAttended } from '#shared/visits/attended-cells.ts';

export interface AttendedDeps {
  readonly directory: Pick<DirectoryStore, 'allUnits'>;
  readonly visits: Pick<VisitStore, 'newestOfMonth'>;
}

/**
 * When each cell of a district was last attended within a year up to a month, itself or what it carries on after a reform.
 *
 * @param cells those that are asked about
 */
export async function loadAttended(
  district: UnitId,
  month: Month,
  cells: readonly Pick<Unit, 'predecessors'>[],
  { directory, visits }: AttendedDeps,
): Promise<ReadonlyMap<UnitId, Day>> {
  const isReformed = cells.some(({ predecessors }) => predecessors);
  const units = isReformed ? await directory.allUnits(district) : [];
  // What was another district's was attended by that one's groups.
  const roots = new Set([district, ...units.map(({ id }) => districtOf(id))]);
  const months = [...roots].flatMap((root) => attendedMonths(month).map((each) => visits.newestOfMonth(root, each)));
  return lastAttended((await Promise.all(months)).flat(), units);
}
