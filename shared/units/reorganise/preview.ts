import { addMonths, type Month } from '#shared/period.ts';
import type { ReorganisationPlan } from '#shared/units/reorganise/plan.ts';
import type { Reorganised } from '#shared/units/reorganise/reorganise.ts';
import { fullName, parentOf, standingIn, type Unit, type UnitId, unitIn } from '#shared/units/units.ts';

/** What a reorganisation does, in names and figures. */
export interface ReorganisationPreview {
  /** Communes of the districts that it touches, the month before and in its month. */
  readonly communes: { readonly before: number; readonly after: number };
  /** Each new unit above cells, and each that is renamed: what it is called, and those that it comes of. */
  readonly becomes: readonly { readonly from: readonly string[]; readonly to: string }[];
  /** Cells that go on under another id. */
  readonly cellsMoved: number;
  /** Communes and cells that end and that nothing follows; a cell with its commune. */
  readonly abolished: readonly string[];
  /** New boards that take over from a district. */
  readonly roots: readonly string[];
  /** What several units beside each other are called alike, with the unit above: lists show them alike. */
  readonly sameNames: readonly string[];
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
  const called = (unit: Unit | undefined, at: Month) => (unit ? fullName(unitIn(at, unit)) : '');
  const within = (id: UnitId, at: Month, all: ReadonlyMap<UnitId, Unit>) =>
    [called(all.get(id), at), called(all.get(parentOf(id) ?? ''), at)].filter(Boolean).join(', ');
  const now = new Map(standing.map((unit) => [unit.id, unit]));
  const last = addMonths(month, -1);
  const changed = standing.filter(
    (unit) => unit.level !== 'cell' && (isNew(unit) || called(unit, month) !== called(old.get(unit.id), last)),
  );
  const alike = Map.groupBy(standing, (unit) => `${parentOf(unit.id)} ${fullName(unit)}`);
  const gone = [...heirs].filter(([, to]) => to.length === 0).map(([id]) => id);
  return {
    communes: { before: communes(standingIn(last, before)), after: communes(standing) },
    becomes: changed.map((unit) => ({
      from: (isNew(unit) ? (unit.predecessors ?? []) : [unit.id]).map((id) => called(old.get(id), last)),
      to: called(unit, month),
    })),
    cellsMoved: [...heirs].filter(([id, to]) => to.length > 0 && old.get(id)?.level === 'cell').length,
    abolished: gone.map((id) => (old.get(id)?.level === 'cell' ? within(id, last, old) : called(old.get(id), last))),
    roots: acts.some(({ what }) => what === 'root')
      ? standing.filter((unit) => unit.level === 'district' && isNew(unit)).map((unit) => called(unit, month))
      : [],
    sameNames: [...alike.values()]
      .filter((same) => same.length > 1 && same.some(isNew))
      .map(([first]) => within(first?.id ?? '', month, now)),
  };
}
