import { nearName, sameName, splitCell } from '#shared/units/lists/unit-names.ts';
import { fullName, type Unit } from '#shared/units/units.ts';

/** The cell that a name in a sheet means: one, or why none. */
export type FoundCell = { readonly cell: Unit; readonly isExact: boolean } | 'unknown' | 'ambiguous';

/**
 * Finds the cell that a name means among those of a commune: by its name with its kind, by its name alone, and at last
 * without marks and with the usual abbreviations. Two that are equally near are none.
 *
 * @example findCell('CB thôn Đông', cells) //=> { cell: { id: 'hiep-hoa.thanh-van.dong', … }, isExact: true }
 */
export function findCell(said: string, cells: readonly Unit[]): FoundCell {
  const split = splitCell(said);
  const steps: readonly (readonly [(text: Unit) => string, string, boolean])[] = [
    [(unit) => sameName(fullName(unit)), sameName(said), true],
    [(unit) => sameName(fullName(unit)), sameName(`${split.kind} ${split.name}`), true],
    [({ name }) => sameName(name), sameName(said), true],
    [({ name }) => sameName(name), sameName(split.name), true],
    [(unit) => nearName(fullName(unit)), nearName(said), false],
  ];
  for (const [nameOf, name, isExact] of steps) {
    const [cell, ...more] = name === '' ? [] : cells.filter((each) => nameOf(each) === name);
    if (cell) return more.length > 0 ? 'ambiguous' : { cell, isExact };
  }
  return 'unknown';
}
