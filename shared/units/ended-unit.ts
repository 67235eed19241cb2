import type { Month } from '#shared/period.ts';
import { lineageOf } from '#shared/units/lineage.ts';
import { districtOf, isStanding, parentOf, type Unit, type UnitId } from '#shared/units/units.ts';

/** What became of a unit that stands no more. */
export interface EndedUnit {
  readonly unit: Unit;
  /** The last month in which it stood: it ends with the first of the units above it. */
  readonly last: Month;
  /** What it became; of a cell that nothing replaced, what its commune became. */
  readonly successors: readonly Unit[];
  /** Whom its people can turn to: the nearest unit above that stands, or what that became; absent if there is none. */
  readonly contact?: Unit;
}

/** Whether a unit itself has ended before a month. */
export function hasEnded({ to }: Pick<Unit, 'to'>, month: Month): boolean {
  return to !== undefined && to < month;
}

/**
 * Tells whether a unit has ended before a month, and what became of it; `undefined` while it stands, and for one that is
 * not known.
 *
 * @param units all units of the district, of all times
 */
export function endedUnit(id: UnitId, month: Month, units: readonly Unit[]): EndedUnit | undefined {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const unit = byId.get(id);
  const above = aboveOf(id).flatMap((each) => byId.get(each) ?? []);
  if (!unit) return undefined;
  const [last] = [unit, ...above].flatMap(({ to }) => to ?? []).sort();
  if (last === undefined || last >= month || last < unit.from) return undefined;

  const stands = (each: Unit) =>
    isStanding(
      month,
      each,
      aboveOf(each.id).map((id) => byId.get(id)),
    );
  const lineage = lineageOf(units);
  const became = (each: UnitId) => lineage.successorsOf(each).filter(stands);
  const own = became(id);
  const successors =
    own.length > 0 ? own : above.filter(({ level }) => level === 'commune').flatMap((each) => became(each.id));
  // What a commune became is nearer than the district.
  const contact = above.flatMap((each) => (stands(each) ? each : became(each.id)))[0] ?? byId.get(districtOf(id));
  return { unit, last, successors, ...(contact && contact.id !== id && { contact }) };
}

/** The ids above a unit, the nearest first. */
function aboveOf(id: UnitId): UnitId[] {
  const above = parentOf(id);
  return above === undefined ? [] : [above, ...aboveOf(above)];
}
