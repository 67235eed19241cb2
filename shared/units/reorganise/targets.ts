import type { Month } from '#shared/period.ts';
import { levelAt } from '#shared/units/level-at.ts';
import { type Act, makesUnit } from '#shared/units/reorganise/plan.ts';
import { type Unit, type UnitId, unitIn } from '#shared/units/units.ts';

/** A new unit of a plan. */
export interface Target {
  readonly wished: UnitId;
  /** Given out while the plan is carried out. */
  id: UnitId;
  /** The units that go into it, in the order of the plan: the first gives it what nobody says. */
  readonly origins: readonly UnitId[];
  /** Those that have become another unit's first part already. */
  readonly partsOnly: readonly UnitId[];
  readonly name?: string;
  readonly kind?: string;
}

/** The new units of a plan by the ids wished for them. A unit that stands under the wished id goes into it first. */
export function targetsOf(acts: readonly Act[], standing: readonly Unit[]): ReadonlyMap<UnitId, Target> {
  const ids = new Set(standing.map(({ id }) => id));
  const split = new Set<UnitId>();
  const targets = new Map<UnitId, Target>();
  for (const [wished = '', own] of Map.groupBy(acts.filter(makesUnit), ({ to }) => to)) {
    const named = own.map(({ from }) => from);
    const origins = ids.has(wished) && own.some(({ what }) => what === 'merge') ? [wished, ...named] : named;
    const [name] = own.flatMap(({ name }) => name || []);
    const [kind] = own.flatMap(({ kind }) => kind || []);
    targets.set(wished, {
      ...{ wished, id: wished, origins: [...new Set(origins)], partsOnly: origins.filter((id) => split.has(id)) },
      ...(name && { name }),
      ...(kind && { kind }),
    });
    for (const id of origins) split.add(id);
  }
  return targets;
}

/** The new units of one level, each with its predecessors. */
export function newUnits(month: Month, here: readonly Unit[], targets: readonly Target[]): Unit[] {
  return targets.flatMap(({ id, origins, partsOnly, ...said }) => {
    const from = origins.flatMap((origin) => here.find((unit) => unit.id === origin) ?? []);
    const [first] = from;
    if (!first) return [];
    const { name, kind, type, generated, choices } = unitIn(month, first);
    const level = levelAt(id);
    return [
      {
        ...{ id, name: said.name ?? name, kind: said.kind ?? kind, level, from: month, predecessors: [...origins] },
        ...(type && { type }),
        ...(generated && { generated }),
        ...(choices && level === 'district' && { choices }),
        ...(partsOnly.length > 0 && { carriesOn: origins.filter((each) => !partsOnly.includes(each)) }),
      },
    ];
  });
}
