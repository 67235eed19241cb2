import type { ActionStore } from '#functions/store/action-store.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { type AskListDeps, loadAsks } from '#functions/store/load-asks.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { VisitStore } from '#functions/store/visit-store.ts';
import type { Instant } from '#shared/period.ts';
import { type Duty, type DutyInputs, openMonths, visitedMonths } from '#shared/reminders/duties.ts';
import type { Forebear } from '#shared/units/lineage.ts';
import { communeOf, districtOf, isWithin, type UnitId } from '#shared/units/units.ts';

export interface DutyInputStores extends AskListDeps {
  readonly directory: Pick<DirectoryStore, 'unit' | 'subtree' | 'allUnits'>;
  readonly reports: Pick<ReportStore, 'newestOfMonth'>;
  readonly visits: Pick<VisitStore, 'newestOfMonth'>;
  readonly matters: Pick<MatterStore, 'open'>;
  readonly actions: Pick<ActionStore, 'all'>;
}

/**
 * Loads the inputs for the duties of a unit and all below it; for kinds that are not requested, nothing. `undefined` if
 * the unit's district was never entered.
 *
 * @param forebears the units that have ended and whose past or open things are the unit's
 */
export async function loadDutyInputs(
  unit: UnitId,
  kinds: readonly Duty['kind'][],
  now: Instant,
  deps: DutyInputStores,
  forebears: readonly Forebear[] = [],
): Promise<DutyInputs | undefined> {
  const { directory, reports, visits, matters, actions } = deps;
  const id = districtOf(unit);
  const asked = (kind: Duty['kind']) => kinds.includes(kind);
  const before = forebears.map((each) => communeOf(each.id)).filter((commune) => !isWithin(commune, unit));
  const all = [unit, ...new Set(before)];
  const [district, open, acted, asks] = await Promise.all([
    directory.unit(id),
    Promise.all(asked('matters') ? all.map((each) => matters.open(each)) : []),
    Promise.all(asked('actions') ? all.map((each) => actions.all(each)) : []),
    asked('asks') ? loadAsks(unit, now, deps) : [],
  ]);
  if (!district) return undefined;
  const months = asked('reports') || asked('returned') ? openMonths(district, now) : [];
  const [units, ofMonths, visited] = await Promise.all([
    forebears.length > 0 ? directory.allUnits(id) : months.length > 0 ? directory.subtree(unit) : [],
    Promise.all(months.flatMap((month) => all.map((each) => reports.newestOfMonth(each, month)))),
    Promise.all(asked('visits') ? visitedMonths(now).map((month) => visits.newestOfMonth(id, month)) : []),
  ]);
  return {
    district,
    units,
    reports: ofMonths.flat(),
    visits: visited.flat(),
    matters: open.flat(),
    actions: acted.flat(),
    asks,
  };
}
