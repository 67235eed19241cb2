import type { Period } from '#shared/period.ts';
import { isUnitId, type UnitId } from '#shared/units/units.ts';

/** A target's id: the cell and year in whose plan it stands, and its row there, which is never used again. */
export type TargetId = `${UnitId}_${Period}_${number}`;

/** @example targetIdOf({ cell: 'h.a.x', year: '2026' }, 2) //=> 'h.a.x_2026_2' */
export function targetIdOf({ cell, year }: { readonly cell: UnitId; readonly year: Period }, row: number): TargetId {
  return `${cell}_${year}_${row}`;
}

/** The parts of a target's id; `undefined` if the text is none. */
export function parseTargetId(
  text: string,
): { readonly cell: UnitId; readonly year: Period; readonly row: number } | undefined {
  const [, cell = '', year = '', row = ''] = /^(.+)_(\d{4})_([1-9]\d{0,3})$/.exec(text) ?? [];
  return isUnitId(cell) ? { cell, year: year as Period, row: Number(row) } : undefined;
}

export function isTargetId(value: unknown): value is TargetId {
  return typeof value === 'string' && parseTargetId(value) !== undefined;
}
