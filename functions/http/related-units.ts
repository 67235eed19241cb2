import { can, type Viewer } from '#shared/access/can.ts';
import type { Month } from '#shared/period.ts';
import { lineageOf } from '#shared/units/lineage.ts';
import { fullName, type Unit, type UnitId, unitIn } from '#shared/units/units.ts';
import type { RelatedUnit } from '#web/components/lineage-note.tsx';

/** The units around one in time. */
export interface Related {
  readonly before: readonly RelatedUnit[];
  readonly after: readonly RelatedUnit[];
}

/**
 * What a unit was before a reform, called as in its last month then, and what it became; with addresses where the viewer
 * may follow.
 *
 * @param units all of its root, and of those where predecessors stood
 * @param now the month that runs
 * @param pathOf the address of a unit's page of a month
 */
export function relatedUnits(
  unit: Unit,
  units: readonly Unit[],
  { viewer, now }: { readonly viewer: Viewer; readonly now: Month },
  pathOf: (unit: UnitId, month: Month) => string,
): Related {
  const lineage = lineageOf(units);
  const related = (each: Unit, month: Month): RelatedUnit => ({
    name: fullName(unitIn(month, each)),
    ...(can(viewer, 'see', each.id, month) && { path: pathOf(each.id, month) }),
  });
  const before = units.filter(({ id }) => unit.predecessors?.includes(id));
  return {
    before: before.map((each) => related(each, each.to ?? now)),
    after: lineage.successorsOf(unit.id).map((each) => related(each, now)),
  };
}
