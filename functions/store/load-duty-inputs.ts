import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { VisitStore } from '#functions/store/visit-store.ts';
import type { Instant } from '#shared/period.ts';
import { type Duty, type DutyInputs, reportedMonths, visitedMonths } from '#shared/reminders/duties.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

export interface DutyInputStores {
  readonly directory: Pick<DirectoryStore, 'unit' | 'subtree'>;
  readonly reports: Pick<ReportStore, 'newestOfMonth'>;
  readonly visits: Pick<VisitStore, 'newestOfMonth'>;
  readonly matters: Pick<MatterStore, 'open'>;
}

/**
 * Loads the inputs for the duties of a unit and all below it; for kinds that are not requested, nothing. `undefined` if
 * the unit's district was never entered.
 */
export async function loadDutyInputs(
  unit: UnitId,
  kinds: readonly Duty['kind'][],
  now: Instant,
  { directory, reports, visits, matters }: DutyInputStores,
): Promise<DutyInputs | undefined> {
  const id = districtOf(unit);
  const asked = (kind: Duty['kind']) => kinds.includes(kind);
  const [district, open] = await Promise.all([directory.unit(id), asked('matters') ? matters.open(unit) : []]);
  if (!district) return undefined;
  const months = asked('reports') ? reportedMonths(district, now) : [];
  const [units, ofMonths, visited] = await Promise.all([
    months.length > 0 ? directory.subtree(unit) : [],
    Promise.all(months.map((month) => reports.newestOfMonth(unit, month))),
    Promise.all(asked('visits') ? visitedMonths(now).map((month) => visits.newestOfMonth(id, month)) : []),
  ]);
  return { district, units, reports: ofMonths.flat(), visits: visited.flat(), matters: open };
}
