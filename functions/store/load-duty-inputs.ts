import type { ActionStore } from '#functions/store/action-store.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { type AskListDeps, loadAsks } from '#functions/store/load-asks.ts';
import type { MatterStore } from '#functions/store/matter-store.ts';
import type { RegisterStore } from '#functions/store/register-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import type { VisitStore } from '#functions/store/visit-store.ts';
import { isToPublish } from '#shared/documents/register.ts';
import { dayAt, type Instant, type Month } from '#shared/period.ts';
import { type Duty, type DutyInputs, openMonths, visitedMonths } from '#shared/reminders/duties.ts';
import type { ReportId } from '#shared/reports/report.ts';
import type { Forebear } from '#shared/units/lineage.ts';
import { communeOf, districtOf, isWithin, type UnitId } from '#shared/units/units.ts';

export interface DutyInputStores extends AskListDeps {
  readonly directory: Pick<DirectoryStore, 'unit' | 'subtree' | 'allUnits'>;
  readonly reports: Pick<ReportStore, 'newestOfMonth'>;
  readonly visits: Pick<VisitStore, 'newestOfMonth'>;
  readonly matters: Pick<MatterStore, 'open'>;
  readonly registers: Pick<RegisterStore, 'since' | 'sinceIn'>;
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
  const months = asked('reports') || asked('returned') || asked('publish') ? openMonths(district, now) : [];
  const [units, ofMonths, visited] = await Promise.all([
    forebears.length > 0 ? directory.allUnits(id) : months.length > 0 ? directory.subtree(unit) : [],
    Promise.all(months.flatMap((month) => all.map((each) => reports.newestOfMonth(each, month)))),
    Promise.all(asked('visits') ? visitedMonths(now).map((month) => visits.newestOfMonth(id, month)) : []),
  ]);
  const today = dayAt(now);
  const deciding = ofMonths.flat().filter(({ report }) => asked('publish') && isToPublish(report, today));
  const published = await loadPublished(new Set(deciding.map(({ report }) => report.cell)), months, deps);
  return {
    district,
    units,
    published,
    reports: ofMonths.flat(),
    visits: visited.flat(),
    matters: open.flat(),
    actions: acted.flat(),
    asks,
  };
}

/** Of more cells of a commune all registers are read in one go, with all that was ever entered. */
const MOST_REGISTERS = 5;

/** The reports of some cells whose results were published, as far as that was entered since the first of some months. */
async function loadPublished(
  cells: ReadonlySet<UnitId>,
  months: readonly Month[],
  { registers }: Pick<DutyInputStores, 'registers'>,
): Promise<ReportId[]> {
  const [first] = [...months].sort();
  if (!first) return [];
  // Nothing is published before the meeting.
  const from = new Date(Date.parse(`${first}-01T00:00:00+07:00`)).toISOString();
  const entered = await Promise.all(
    [...Map.groupBy(cells, communeOf)].flatMap(([commune, own]) =>
      own.length > MOST_REGISTERS ? [registers.sinceIn(commune, from)] : own.map((cell) => registers.since(cell, from)),
    ),
  );
  return entered.flat().flatMap(({ said }) => (said.kind === 'published' ? [said.report] : []));
}
