import type { CellMonth } from '#shared/cell-month.ts';
import { countCommunes, type Figures, mergeCommunes, type UnitTally } from '#shared/count-district.ts';
import type { Directory } from '#shared/units.ts';

/** The figures of a district and of each of its communes. */
export function countDistrict(
  directory: Directory,
  months: readonly CellMonth[],
  besides: readonly UnitTally[] = [],
): Figures[] {
  const { communes, rest } = countCommunes(directory, months, besides);
  return [mergeCommunes(directory, communes, rest), ...communes];
}
