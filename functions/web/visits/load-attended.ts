import type { VisitStore } from '#functions/store/visit-store.ts';
import type { Day, Month } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';
import { attendedMonths, lastAttended } from '#shared/visits/attended-cells.ts';

/** When each cell of a district was last attended within a year up to a month. */
export async function loadAttended(
  district: UnitId,
  month: Month,
  { visits }: { readonly visits: Pick<VisitStore, 'newestOfMonth'> },
): Promise<ReadonlyMap<UnitId, Day>> {
  const found = await Promise.all(attendedMonths(month).map((each) => visits.newestOfMonth(district, each)));
  return lastAttended(found.flat());
}
