import { parentOf, type UnitId } from '#shared/units/units.ts';

/**
 * Gives out ids that no unit ever had: the wished one, or with what tells it apart (`dong-thanh-van`), or with a number.
 *
 * @param taken ids of units of all times
 */
export function newIds(taken: Iterable<UnitId>): (wished: UnitId, origin?: string) => UnitId {
  const used = new Set(taken);
  return (wished, origin) => {
    const told = origin === undefined ? wished : `${wished}-${origin}`;
    let id = used.has(wished) ? told : wished;
    for (let n = 2; used.has(id); n += 1) id = `${told}-${n}`;
    used.add(id);
    return id;
  };
}

/** @example lastSlug('hiep-hoa.thanh-van') //=> 'thanh-van' */
export function lastSlug(id: UnitId): string {
  const parent = parentOf(id);
  return parent === undefined ? id : id.slice(parent.length + 1);
}
