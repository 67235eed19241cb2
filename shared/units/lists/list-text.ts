import type { Unit, UnitId } from '#shared/units/units.ts';

const columns = ['id', 'level', 'kind', 'name', 'type', 'from', 'to', 'group'] as const;

/**
 * Units as a plain list (CSV) that says all there is to say of each: what a preview shows goes through a browser as this,
 * and is read and checked once more as any list is.
 */
export function listText(units: readonly Unit[], groups: ReadonlyMap<UnitId, number>): string {
  const rows = units.map((unit) => {
    const { id, level, kind, name, type = '', from, to = '' } = unit;
    return [id, level, kind, name, type, from, to, String(groups.get(id) ?? '')];
  });
  return [columns, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\n');
}
