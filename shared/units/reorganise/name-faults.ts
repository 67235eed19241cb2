import type { Month } from '#shared/period.ts';
import { type Act, makesUnit, type PlanFault } from '#shared/units/reorganise/plan.ts';
import { targetsOf } from '#shared/units/reorganise/targets.ts';
import { fullName, parentOf, type Unit, type UnitId, unitIn } from '#shared/units/units.ts';

/** What is wrong with an act's name or kind beside those of the other acts. */
export type NameFaultOf = (act: Act) => Extract<PlanFault['code'], 'differs' | 'same-name'> | undefined;

/**
 * Looks at all names of a plan at once: lines on one new unit must not call it differently, and a plan must not call two
 * units under one parent alike.
 *
 * @param standing the units that stand across the plan's month
 */
export function nameFaults(month: Month, acts: readonly Act[], standing: readonly Unit[]): NameFaultOf {
  const targets = targetsOf(acts, standing);
  const units = new Map(standing.map((unit) => [unit.id, unit]));
  /** The unit that an act names, by the id wished for it, and where it will stand under which name. */
  const naming = (act: Act): { readonly unit: UnitId; readonly place: string } | undefined => {
    const target = makesUnit(act) ? targets.get(act.to ?? '') : undefined;
    const first = units.get(target?.origins[0] ?? act.from);
    if (!first || !(target || act.name || act.kind)) return undefined;
    const { name, kind } = { ...unitIn(month, first), ...(target ?? act) } as Pick<Unit, 'name' | 'kind'>;
    const unit = target?.wished ?? act.from;
    return { unit, place: `${act.what === 'move' ? act.to : parentOf(unit)} ${fullName({ name, kind })}` };
  };
  const called = Map.groupBy(
    acts.flatMap((act) => naming(act) ?? []),
    ({ place }) => place,
  );
  const said = Map.groupBy(acts.filter(makesUnit), ({ to }) => to);
  const differ = (own: readonly Act[], of: 'name' | 'kind') => new Set(own.flatMap((act) => act[of] || [])).size > 1;
  return (act) => {
    const own = makesUnit(act) ? (said.get(act.to) ?? []) : [];
    if ((act.name && differ(own, 'name')) || (act.kind && differ(own, 'kind'))) return 'differs';
    const alike = called.get(naming(act)?.place ?? '') ?? [];
    return new Set(alike.map(({ unit }) => unit)).size > 1 ? 'same-name' : undefined;
  };
}
