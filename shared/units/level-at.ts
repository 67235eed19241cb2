import type { Unit, UnitId } from '#shared/units/units.ts';

/** The level of a unit: how deep its id stands. Deeper ids than a cell's are no unit's. */
export function levelAt(id: UnitId): Unit['level'] {
  return (['district', 'commune', 'cell'] as const)[id.split('.').length - 1] ?? 'cell';
}
