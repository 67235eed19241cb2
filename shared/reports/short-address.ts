import { type Path, pathTo } from '#shared/access/routes.ts';
import type { Month } from '#shared/period.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

const route = '/r/{month}/{cell}' satisfies Path;

/**
 * The address of the report of a cell's regular meeting of a month, short enough to be typed from paper: the district is
 * left out, since whoever signs in has one.
 *
 * @example shortAddress('hiep-hoa.thanh-van.thanh-binh', '2026-12') //=> '/r/2026-12/thanh-van.thanh-binh'
 */
export function shortAddress(cell: UnitId, month: Month): string {
  return pathTo(route, { month, cell: cell.slice(districtOf(cell).length + 1) });
}

/** The cell that a short address names to somebody of a unit; a whole name stays as it is. */
export function cellAt(typed: string, reader: UnitId): string {
  return typed.split('.').length === 2 ? `${districtOf(reader)}.${typed}` : typed;
}
