import type { Unit, UnitId } from '#shared/units/units.ts';

/**
 * The units that replaced a unit after mergers and new names, followed through `predecessors` to the newest. Empty
 * where nothing replaced the unit.
 *
 * @param units all units of the district, of all times
 * @example xã Thái Sơn → xã Hùng Thái → xã Hợp Thịnh: the last is the successor of the first
 */
export function successorsOf(id: UnitId, units: readonly Unit[]): readonly Unit[] {
  const last = new Map<UnitId, Unit>();
  const follow = (from: UnitId, seen: ReadonlySet<UnitId>): void => {
    for (const unit of units.filter(({ predecessors }) => predecessors?.includes(from))) {
      if (seen.has(unit.id)) continue; // a directory with a circle must not loop for ever
      const next = units.some(({ predecessors }) => predecessors?.includes(unit.id));
      if (next) follow(unit.id, new Set([...seen, unit.id]));
      else last.set(unit.id, unit);
    }
  };
  follow(id, new Set([id]));
  return [...last.values()];
}
