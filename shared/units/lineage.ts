import { type Month, standsIn } from '#shared/period.ts';
import { communeOf, districtOf, isWithin, type Past, parentOf, type Unit, type UnitId } from '#shared/units/units.ts';

/** A unit that has ended and whose past belongs to others. */
export interface Forebear {
  readonly id: UnitId;
  readonly level: Unit['level'];
  readonly from: Month;
  readonly to: Month;
  /** Whether they also take on what is open there: of a unit in parts, only one does. */
  readonly open: boolean;
}

/**
 * Who came from whom. A unit takes on what is open at a predecessor that ended before it began; if several do, the
 * earliest. One of another root needs the predecessor's own word besides: nobody takes over what was not given.
 *
 * @param units of one root, and of the roots where their predecessors stood, of all times
 */
export function lineageOf(units: readonly Unit[]) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byCommune = Map.groupBy(units, ({ id }) => communeOf(id));
  const below = (commune: UnitId) => byCommune.get(commune) ?? [];
  const after = new Map<UnitId, Unit[]>();
  for (const unit of units) {
    for (const id of unit.predecessors ?? []) {
      const old = byId.get(id);
      if (old && mayFollow(old, unit)) after.set(id, [...(after.get(id) ?? []), unit]);
    }
  }

  /** The unit that comes next after a unit has ended. */
  const nextOf = (id: UnitId): Unit | undefined =>
    after
      .get(id)
      ?.filter(({ predecessors, carriesOn = predecessors }) => carriesOn?.includes(id))
      .filter((unit) => districtOf(unit.id) === districtOf(id) || byId.get(id)?.successors?.[0] === unit.id)
      .sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1))[0];

  /** The unit that stands in a month and carries on a unit: itself, or its heir. None if it was abolished. */
  function heirOf(id: UnitId, month: Month): Unit | undefined {
    const unit = byId.get(id);
    if (!unit || month < unit.from) return undefined;
    if (standsIn(month, unit)) return unit;
    const next = nextOf(id);
    return next && heirOf(next.id, month);
  }

  /** The unit that has in a month what is open at another: its heir or, if it was abolished, the heir of those above. */
  function keeperOf(id: UnitId, month: Month): Unit | undefined {
    const above = parentOf(id);
    const isGone = above === undefined || hasLeft(byId.get(id), month);
    return heirOf(id, month) ?? (isGone ? undefined : keeperOf(above, month));
  }

  /** The unit of another root to which a unit, or one above it, went over. */
  function givenTo(id: UnitId, month: Month): UnitId | undefined {
    const unit = byId.get(id);
    const above = parentOf(id);
    if (hasLeft(unit, month)) return unit?.successors?.[0];
    return above === undefined || heirOf(id, month) ? undefined : givenTo(above, month);
  }

  /** The ways by which what was open came to a unit: each from the first unit to this one. */
  function linesOf(unit: Unit): readonly (readonly Unit[])[] {
    const before = (unit.predecessors ?? []).flatMap((id) => (nextOf(id)?.id === unit.id ? (byId.get(id) ?? []) : []));
    return before.length > 0 ? before.flatMap(linesOf).map((line) => [...line, unit]) : [[unit]];
  }

  const beforeOf = ({ id, predecessors = [] }: Unit) =>
    predecessors.flatMap((each) => (after.get(each)?.some((unit) => unit.id === id) ? (byId.get(each) ?? []) : []));

  /** Whether units with all below them became one and all below that, and nothing else did. */
  function isSumOf(unit: Unit, before: readonly Unit[]): boolean {
    const communes = new Set([unit, ...before].map(({ id }) => communeOf(id)));
    const all = [unit, ...before].some(({ level }) => level === 'district') ? units : [...communes].flatMap(below);
    return all.every((each) => {
      const wasOurs = before.some((old) => isWithin(each.id, old.id));
      const went = wasOurs ? (after.get(each.id) ?? []) : [];
      const came = isWithin(each.id, unit.id) ? beforeOf(each) : [];
      return (
        went.every((next) => isWithin(next.id, unit.id)) &&
        came.every((old) => before.some((top) => isWithin(old.id, top.id)))
      );
    });
  }

  /** The units as which a unit stood in a month; none before the first of them, and none after its end. */
  function pastOf(id: UnitId, month: Month): Past {
    const unit = byId.get(id);
    if (!unit || (unit.to !== undefined && month > unit.to)) return { units: [], isWhole: false };
    if (month >= unit.from) return { units: [unit], isWhole: true };
    const before = beforeOf(unit);
    const parts = before.map((each) => pastOf(each.id, month));
    const stood = new Map(parts.flatMap((part) => part.units.map((each) => [each.id, each])));
    // A cell is a sum if it is all that became of each cell before it; a commune, if its cells all came along.
    return { units: [...stood.values()], isWhole: isSumOf(unit, before) && parts.every(({ isWhole }) => isWhole) };
  }

  return {
    heirOf,
    keeperOf,
    givenTo,
    linesOf,
    pastOf,

    /**
     * Every unit that ended before a month and whose past or open things belong to the scope. The past of a unit is
     * also that of its heir's unit above; and who carries on a commune has the past of all its cells.
     */
    forebearsOf(scope: readonly UnitId[], month: Month): Forebear[] {
      const isOurs = (unit: Unit | undefined) => unit !== undefined && scope.some((each) => isWithin(unit.id, each));
      return units.flatMap(({ id, level, from, to }): Forebear[] => {
        if (to === undefined || to >= month) return [];
        const open = isOurs(keeperOf(id, month));
        const isPast = open || withAbove(id).some((each) => isOurs(heirOf(each, month)));
        return isPast ? [{ id, level, from, to, open }] : [];
      });
    },

    /** What a unit became in the end: after a split several units, none for one that nothing has replaced. */
    successorsOf(id: UnitId): readonly Unit[] {
      const last = new Map<UnitId, Unit>();
      for (const unit of after.get(id) ?? []) {
        const later = this.successorsOf(unit.id);
        for (const each of later.length > 0 ? later : [unit]) last.set(each.id, each);
      }
      return [...last.values()];
    },
  };
}

/** Time runs one way, so chains end, whatever was entered. */
function mayFollow(old: Unit, unit: Unit): boolean {
  if (old.to === undefined || unit.from <= old.to || unit.from <= old.from) return false;
  return districtOf(old.id) === districtOf(unit.id) || (old.successors ?? []).includes(unit.id);
}

/** Whether a unit has gone over to another root by a month. */
function hasLeft(unit: Unit | undefined, month: Month): boolean {
  return unit?.to !== undefined && unit.to < month && unit.successors !== undefined;
}

function withAbove(id: UnitId): UnitId[] {
  const above = parentOf(id);
  return above === undefined ? [id] : [id, ...withAbove(above)];
}

/** The other roots where predecessors of units stood. */
export function rootsBefore(units: readonly Unit[]): readonly UnitId[] {
  const own = new Set(units.map(({ id }) => districtOf(id)));
  const named = units.flatMap(({ predecessors = [] }) => predecessors.map(districtOf));
  return [...new Set(named)].filter((root) => !own.has(root));
}
