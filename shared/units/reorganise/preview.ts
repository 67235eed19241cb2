import { addMonths } from '#shared/period.ts';
import type { ReorganisationPlan } from '#shared/units/reorganise/plan.ts';
import type { Reorganised } from '#shared/units/reorganise/reorganise.ts';
import { fullName, parentOf, standingIn, type Unit, type UnitId } from '#shared/units/units.ts';

/** What a unit becomes, by the names before and after. */
export interface Became {
  readonly from: readonly string[];
  readonly to: string;
  /** A new unit, or the same one under another name. */
  readonly isNew: boolean;
}

/** What a reorganisation does, in figures and names; a cell's name has its commune's behind it. */
export interface ReorganisationPreview {
  /** Communes of the districts that it touches, the month before and in its month. */
  readonly communes: { readonly before: number; readonly after: number };
  /** Cells that go on under another id. */
  readonly cellsMoved: number;
  /** Whether anything goes on under another id, so that what is open goes along. */
  readonly isFollowed: boolean;
  /** Districts and communes that change, and the cells that the plan names; cells that only go along are not listed. */
  readonly became: readonly Became[];
  /** Communes and cells that end and that nothing follows. */
  readonly abolished: readonly string[];
  /** New boards that take over from a district. */
  readonly roots: readonly string[];
  /** Units that come to have the same name as another beside them: lists show both alike. Cells by their communes of before. */
  readonly sameNames: readonly string[];
}

/** @param before all units of the districts that it touches */
export function previewOf(
  { month, acts }: ReorganisationPlan,
  before: readonly Unit[],
  { units, heirs }: Reorganised,
): ReorganisationPreview {
  const monthBefore = addMonths(month, -1);
  const stood = standingIn(monthBefore, before);
  const standing = standingIn(month, units);
  const communes = (of: readonly Unit[]) => of.filter(({ level }) => level === 'commune').length;
  const [old, now] = [byId(stood), byId(standing)];
  const isNew = ({ id }: Unit) => !old.has(id);
  const isRenamed = (unit: Unit) => isNew(unit) || fullName(unit) !== fullName(old.get(unit.id) as Unit);
  const alike = Map.groupBy(standing, (unit) => `${parentOf(unit.id)} ${fullName(unit)}`);
  const gone = [...heirs].filter(([, to]) => to.length === 0).map(([id]) => id);
  const named = new Set(acts.flatMap(({ from, to = '' }) => [from, to]));
  const became = standing.flatMap((unit): Became[] => {
    const origins = isNew(unit) ? (unit.predecessors ?? []) : [unit.id];
    if (!isRenamed(unit) || (unit.level === 'cell' && !origins.some((id) => named.has(id)))) return [];
    return [{ from: origins.map((id) => calledIn(old, id)), to: calledIn(now, unit.id), isNew: isNew(unit) }];
  });
  // Two alike in one commune are told apart by where they come from.
  const knownAs = ({ id, level, predecessors: [first] = [] }: Unit) =>
    level === 'cell' && first !== undefined && old.has(first) ? calledIn(old, first) : calledIn(now, id);
  return {
    communes: { before: communes(stood), after: communes(standing) },
    cellsMoved: [...heirs].filter(([id, to]) => to.length > 0 && old.get(id)?.level === 'cell').length,
    isFollowed: gone.length < heirs.size,
    became,
    abolished: gone.map((id) => calledIn(old, id)),
    roots: acts.some(({ what }) => what === 'root')
      ? standing.filter((unit) => unit.level === 'district' && isNew(unit)).map(({ id }) => calledIn(now, id))
      : [],
    sameNames: [...alike.values()]
      .filter((same) => same.length > 1 && same.some(isRenamed))
      .flatMap((same) => same.map(knownAs)),
  };
}

type Units = ReadonlyMap<UnitId, Unit>;

const byId = (units: readonly Unit[]): Units => new Map(units.map((unit) => [unit.id, unit]));

/** A unit's name; a cell is known by its commune. */
function calledIn(units: Units, id: UnitId): string {
  const unit = units.get(id);
  const above = unit?.level === 'cell' ? units.get(parentOf(id) ?? '') : undefined;
  return unit ? fullName(unit) + (above ? ` (${fullName(above)})` : '') : id;
}
