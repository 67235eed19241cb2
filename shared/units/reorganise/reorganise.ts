import type { Month } from '#shared/period.ts';
import { continuedAs, endedBefore, standsAcross } from '#shared/units/reorganise/ended.ts';
import { lastSlug, newIds } from '#shared/units/reorganise/new-ids.ts';
import type { Act, Heirs, ReorganisationPlan } from '#shared/units/reorganise/plan.ts';
import { newUnits, type Target, targetsOf } from '#shared/units/reorganise/targets.ts';
import { districtOf, parentOf, renamed, type Unit, type UnitId } from '#shared/units/units.ts';

/** The units after a reorganisation, of all times, and what became of each that changed its id or ended. */
export interface Reorganised {
  readonly units: readonly Unit[];
  readonly heirs: Heirs;
}

/**
 * Carries out a plan that has no faults. Nothing changes before the plan's month but the ends of units; every unit that
 * a new one replaces ends the month before.
 *
 * @param units all units of the districts that the plan touches, of all times
 * @param taken other ids that no new unit may have: those of all districts
 */
export function reorganise(
  { month, acts }: ReorganisationPlan,
  units: readonly Unit[],
  taken: readonly UnitId[] = [],
): Reorganised {
  const freeId = newIds([...units.map(({ id }) => id), ...taken]);
  const standing = units.filter((unit) => standsAcross(month, unit)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const targets = targetsOf(acts, standing);
  const own = Map.groupBy(acts, ({ from }) => from);
  const heirs = new Map<UnitId, readonly UnitId[]>();
  const made: Unit[] = [];

  const place = (wished: UnitId): UnitId => targets.get(wished)?.id ?? heirs.get(wished)?.[0] ?? wished;
  for (const depth of [1, 2, 3]) {
    const here = standing.filter(({ id }) => id.split('.').length === depth);
    for (const target of [...targets.values()].filter(({ wished }) => wished.split('.').length === depth)) {
      const parent = parentOf(target.wished);
      target.id = freeId(parent === undefined ? target.wished : `${place(parent)}.${lastSlug(target.wished)}`);
    }
    for (const unit of here) {
      const to = heirsOf(unit, own.get(unit.id) ?? [], targets, place, heirs, freeId);
      if (to) heirs.set(unit.id, to);
    }
    made.push(...newUnits(month, here, [...targets.values()]));
  }
  const madeIds = new Set(made.map(({ id }) => id));
  for (const unit of standing) {
    const [heir, ...more] = heirs.get(unit.id) ?? [];
    if (!heir || more.length > 0 || madeIds.has(heir)) continue;
    made.push(named(continuedAs(heir, month, unit), own.get(unit.id) ?? [], month));
  }
  const shared = endEmptyRoots(acts, standing, heirs, targets);
  const after = units.map((unit) => {
    const became = heirs.get(unit.id);
    if (became) {
      // Another root gets nothing of it without this word of its own.
      const successors = became.filter((id) => districtOf(id) !== districtOf(unit.id));
      return { ...endedBefore(month, unit), ...(successors.length > 0 && { successors }) };
    }
    return standsAcross(month, unit) ? named(unit, own.get(unit.id) ?? [], month) : unit;
  });
  // What is open at a district that goes on stays with it.
  const all = made.map((unit) => (unit.predecessors?.some((id) => shared.has(id)) ? { ...unit, carriesOn: [] } : unit));
  return { units: [...after, ...all], heirs };
}

/** What a unit becomes; `undefined` if it stays what it is. */
function heirsOf(
  { id }: Unit,
  acts: readonly Act[],
  targets: ReadonlyMap<UnitId, Target>,
  place: (wished: UnitId) => UnitId,
  heirs: Heirs,
  freeId: (wished: UnitId, origin?: string) => UnitId,
): readonly UnitId[] | undefined {
  const parent = parentOf(id);
  const above = parent === undefined ? undefined : heirs.get(parent);
  const into = [...targets.values()].filter(({ origins }) => origins.includes(id));
  if (into.length > 0 && parent !== undefined) return into.map((target) => target.id);
  const said = acts.find(({ what }) => what === 'move' || what === 'abolish');
  if (said?.what === 'abolish') return [];
  const under = said?.to === undefined ? above?.[0] : place(said.to);
  if (under !== undefined) return [freeId(`${under}.${lastSlug(id)}`, lastSlug(parent ?? id))];
  return above && [];
}

function named(unit: Unit, acts: readonly Act[], month: Month): Unit {
  const act = acts.find(({ what }) => what === 'rename' || what === 'move');
  if (!act?.name && !act?.kind) return unit;
  const { name = unit.name, kind = unit.kind } = act;
  return renamed(unit, { name, kind, ...(unit.type && { type: unit.type }) }, month);
}

/** Ends each district that others take over and of which all communes have gone. @returns those that go on */
function endEmptyRoots(
  acts: readonly Act[],
  standing: readonly Unit[],
  heirs: Map<UnitId, readonly UnitId[]>,
  targets: ReadonlyMap<UnitId, Target>,
): ReadonlySet<UnitId> {
  const made = [...targets.values()];
  const goOn = new Set<UnitId>();
  for (const root of new Set(acts.filter(({ what }) => what === 'root').map(({ from }) => from))) {
    const stays = standing.some(({ id }) => id !== root && districtOf(id) === root && !heirs.has(id));
    const gains = [...made.map(({ id }) => id), ...[...heirs.values()].flat()].some(
      (id) => id !== root && districtOf(id) === root,
    );
    if (stays || gains) goOn.add(root);
    else {
      const boards = made.filter(({ id, origins }) => districtOf(id) === id && origins.includes(root));
      heirs.set(
        root,
        boards.map(({ id }) => id),
      );
    }
  }
  return goOn;
}
