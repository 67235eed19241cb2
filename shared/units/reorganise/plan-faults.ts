import { standsAcross } from '#shared/units/reorganise/ended.ts';
import { nameFaults } from '#shared/units/reorganise/name-faults.ts';
import { type Act, makesUnit, type PlanFault, type ReorganisationPlan } from '#shared/units/reorganise/plan.ts';
import { isUnitId, isWithin, parentOf, type Unit, type UnitId } from '#shared/units/units.ts';

/** Everything that is wrong with a plan, in the order of its acts; empty if it can be carried out. */
export function planFaults({ month, acts }: ReorganisationPlan, units: readonly Unit[]): readonly PlanFault[] {
  if (acts.length === 0) return [{ code: 'nothing', unit: '' }];
  const across = units.filter((unit) => standsAcross(month, unit));
  const standing = new Set(across.map(({ id }) => id));
  const nameFaultOf = nameFaults(month, acts, across);
  const made = new Set(acts.filter(makesUnit).flatMap(({ to }) => to ?? []));
  return acts.flatMap((act, at): PlanFault[] => {
    const code = faultOf(act, { standing, made, acts, at }) ?? nameFaultOf(act);
    return code ? [{ code, unit: act.from, ...(act.line !== undefined && { line: act.line }) }] : [];
  });
}

interface Among {
  readonly standing: ReadonlySet<UnitId>;
  readonly made: ReadonlySet<UnitId>;
  readonly acts: readonly Act[];
  readonly at: number;
}

function faultOf(act: Act, { standing, made, acts, at }: Among): PlanFault['code'] | undefined {
  const { what, from, to, name, kind } = act;
  if (!standing.has(from)) return 'unknown-unit';
  const others = acts.filter((each, n) => n !== at && each.from === from);
  const repeats = what === 'split' || what === 'root';
  if (others.some((each) => each.what !== what || !repeats || each.to === to)) return 'twice';
  // A unit that another goes into by its own id is part of that merger.
  if (what !== 'merge' && acts.some((each) => each.what === 'merge' && each.to === from)) return 'twice';
  const isEnded = (id: UnitId) => acts.some((each) => each.what === 'abolish' && isWithin(id, each.from));
  if (what === 'abolish' && parentOf(from) === undefined) return 'ends-district';
  if (what === 'abolish') return to || kind || name ? 'too-much' : undefined;
  if (what === 'rename') {
    if (to) return 'too-much';
    return isEnded(from) ? 'under-ended' : name || kind ? undefined : 'no-name';
  }
  if (!to) return 'no-target';
  if (!isUnitId(to)) return 'bad-id';
  const deep = depthOf(to) - depthOf(from);
  if (what === 'move') {
    if (deep !== -1) return 'wrong-level';
    if (isEnded(to)) return 'under-ended';
    return to !== parentOf(from) && (standing.has(to) || made.has(to)) ? undefined : 'no-target';
  }
  if (deep !== 0 || (what === 'root') !== (parentOf(to) === undefined)) return 'wrong-level';
  const above = parentOf(to);
  if (above !== undefined && isEnded(above)) return 'under-ended';
  if (above !== undefined && !standing.has(above) && !made.has(above)) return 'no-target';
  const beside = acts.filter((each, n) => n !== at && makesUnit(each) && each.to === to);
  if (to === from && what !== 'root') {
    if (beside.length === 0 && others.length === 0) return 'into-itself';
  } else if (standing.has(to)) {
    if (acts.some((each) => each.what === 'merge' && each.from === to && each.to !== to)) return 'chain';
    // What stands is drawn in by a merger only: a part or a board would stand beside it under another id.
    if (what !== 'merge' && !beside.some((each) => each.what === 'merge')) return 'taken';
  }
  const isNamed = acts.some((each) => each.to === to && each.name) || (what === 'merge' && standing.has(to));
  return isNamed ? undefined : 'no-name';
}

const depthOf = (id: UnitId) => id.split('.').length;
