import { addMonths, type Month } from '#shared/period.ts';
import { renamed, type Unit, type UnitId, unitIn } from '#shared/units/units.ts';

/** Whether a unit stands at the beginning of a month and did the month before: only such a unit can be reorganised. */
export function standsAcross(month: Month, { from, to }: Unit): boolean {
  return from < month && (to === undefined || to >= month);
}

/** A unit that ends before a month: names of later months are those of its successor. */
export function endedBefore(month: Month, unit: Unit): Unit {
  const names = unit.names?.filter(({ from }) => from < month) ?? [];
  const { names: _, ...called } = unitIn(addMonths(month, -1), unit);
  return { ...called, ...(names.length > 1 && { names }), to: addMonths(month, -1) };
}

/** A unit that takes the place of another from a month on: all that is said of it stays but its id. */
export function continuedAs(id: UnitId, month: Month, unit: Unit): Unit {
  const { names: _, predecessors, carriesOn, ...called } = unitIn(month, unit);
  const next: Unit = { ...called, id, from: month, predecessors: [unit.id] };
  const later = unit.names?.filter(({ from }) => from > month) ?? [];
  return later.reduce<Unit>((named, { from, ...name }) => renamed(named, name, from), next);
}
