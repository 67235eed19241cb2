import type { Unit, UnitId } from '#shared/units/units.ts';

/**
 * What a unit became after mergers and new names: the units that name it as their origin, and the successors of those.
 * Empty for a unit that nothing has replaced.
 *
 * @param units all units of the district, of all times
 * @example xã Thái Sơn → xã Hùng Thái → xã Hợp Thịnh: the first became the last
 */
export function successorsOf(id: UnitId, units: readonly Unit[]): readonly Unit[] {
  const last = new Map<UnitId, Unit>();
  const follow = (from: UnitId, seen: ReadonlySet<UnitId>): void => {
    for (const unit of units.filter(({ predecessors }) => predecessors?.includes(from))) {
      if (seen.has(unit.id)) continue; // this ends the loop if the directory has a circle
      const next = units.some(({ predecessors }) => predecessors?.includes(unit.id));
      if (next) follow(unit.id, new Set([...seen, unit.id]));
      else last.set(unit.id, unit);
    }
  };
  follow(id, new Set([id]));
  return [...last.values()];
}
