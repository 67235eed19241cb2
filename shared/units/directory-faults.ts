import type { Month } from '#shared/period.ts';
import { parentOf, type Unit, type UnitId } from '#shared/units/units.ts';

/** What is wrong with a unit among the others of its directory. */
export interface UnitFault {
  readonly unit: UnitId;
  readonly code:
    | 'ends-before-it-begins'
    | 'begins-before-parent'
    | 'begins-after-parent-ended'
    | 'stands-after-parent-ended'
    | 'no-parent'
    | 'twice'
    | 'no-predecessor'
    | 'name-outside-span';
  /** The unit above, or the predecessor. */
  readonly other?: UnitId;
  /** The month to which the unit must keep: the first or the last that is possible. */
  readonly month?: Month;
}

/**
 * Everything about a directory that does not hold together, in the order of its units; empty if it is sound. A unit
 * stands only within the span of the unit above it.
 *
 * @param units all units of the directory, of all times
 * @param isKnown whether there is such a unit in another directory: a predecessor may stand there
 */
export function directoryFaults(
  units: readonly Unit[],
  isKnown: (id: UnitId) => boolean = () => false,
): readonly UnitFault[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const seen = new Set<UnitId>();
  return units.flatMap((unit) => {
    const twice: UnitFault[] = seen.has(unit.id) ? [{ unit: unit.id, code: 'twice' }] : [];
    seen.add(unit.id);
    const lost = (unit.predecessors ?? []).filter((id) => id === unit.id || !(byId.has(id) || isKnown(id)));
    return [
      ...twice,
      ...ownFaults(unit),
      ...parentFaults(unit, byId),
      ...lost.map((other): UnitFault => ({ unit: unit.id, code: 'no-predecessor', other })),
    ];
  });
}

function ownFaults({ id: unit, from, to, names = [] }: Unit): UnitFault[] {
  const faults: UnitFault[] = [];
  if (to !== undefined && to < from) faults.push({ unit, code: 'ends-before-it-begins', month: from });
  const outside = names.find((name, at) => {
    const first = at === 0 ? from : names[at - 1]?.from;
    return (at === 0 ? name.from !== from : name.from <= (first ?? from)) || (to !== undefined && name.from > to);
  });
  if (outside) faults.push({ unit, code: 'name-outside-span', month: outside.from });
  return faults;
}

function parentFaults({ id: unit, from, to }: Unit, byId: ReadonlyMap<UnitId, Unit>): UnitFault[] {
  const other = parentOf(unit);
  if (other === undefined) return [];
  const parent = byId.get(other);
  if (!parent) return [{ unit, code: 'no-parent', other }];
  const end = parent.to;
  if (from < parent.from) return [{ unit, code: 'begins-before-parent', other, month: parent.from }];
  if (end === undefined) return [];
  if (from > end) return [{ unit, code: 'begins-after-parent-ended', other, month: end }];
  return to === undefined || to > end ? [{ unit, code: 'stands-after-parent-ended', other, month: end }] : [];
}
