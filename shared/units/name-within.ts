import { communeOf, type UnitId } from '#shared/units/units.ts';

/**
 * What a unit is called among those of several communes, where names repeat: with its commune's name.
 *
 * @param nameOf the name that a unit has in its own commune
 * @example nameWithin(cell, nameOf) //=> 'chi bộ thôn An Bình, xã An Bình'
 */
export function nameWithin(unit: UnitId, nameOf: (unit: UnitId) => string): string {
  const commune = communeOf(unit);
  return commune === unit ? nameOf(unit) : `${nameOf(unit)}, ${nameOf(commune)}`;
}
