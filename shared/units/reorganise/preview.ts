import { addMonths } from '#shared/period.ts';
import type { ReorganisationPlan } from '#shared/units/reorganise/plan.ts';
import type { Reorganised } from '#shared/units/reorganise/reorganise.ts';
import { fullName, parentOf, standingIn, type Unit, type UnitId } from '#shared/units/units.ts';

/** What a reorganisation does, in figures. */
export interface ReorganisationPreview {
  /** Communes of the districts that it touches, the month before and in its month. */
  readonly communes: { readonly before: number; readonly after: number };
  /** Cells that go on under another id. */
  readonly cellsMoved: number;
  /** Whether anything goes on under another id, so that what is open goes along. */
  readonly isFollowed: boolean;
  /** Communes and cells that end and that nothing follows. */
  readonly abolished: readonly UnitId[];
  /** New boards that take over from a district. */
  readonly roots: readonly UnitId[];
  /** Units that have the same name as another beside them: lists show both alike. */
  readonly sameNames: readonly UnitId[];
}

/** @param before all units of the districts that it touches */
export function previewOf(
  { month, acts }: ReorganisationPlan,
  before: readonly Unit[],
  { units, heirs }: Reorganised,
): ReorganisationPreview {
  const standing = standingIn(month, units);
  const communes = (of: readonly Unit[]) => of.filter(({ level }) => level === 'commune').length;
  const old = new Map(before.map((unit) => [unit.id, unit]));
  const isNew = ({ id }: Unit) => !old.has(id);
  const alike = Map.groupBy(standing, (unit) => `${parentOf(unit.id)} ${fullName(unit)}`);
  const gone = [...heirs].filter(([, to]) => to.length === 0).map(([id]) => id);
  return {
    communes: { before: communes(standingIn(addMonths(month, -1), before)), after: communes(standing) },
    cellsMoved: [...heirs].filter(([id, to]) => to.length > 0 && old.get(id)?.level === 'cell').length,
    isFollowed: gone.length < heirs.size,
    abolished: gone,
    roots: acts.some(({ what }) => what === 'root')
      ? standing.filter((unit) => unit.level === 'district' && isNew(unit)).map(({ id }) => id)
      : [],
    sameNames: [...alike.values()]
      .filter((same) => same.length > 1 && same.some(isNew))
      .flatMap((same) => same.map(({ id }) => id)),
  };
}
