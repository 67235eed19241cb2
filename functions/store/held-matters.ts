import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { TrackedMatter } from '#shared/matters/matter.ts';
import type { Month } from '#shared/period.ts';
import { lineageOf } from '#shared/units/lineage.ts';
import { communeOf, districtOf, isWithin, type Unit, type UnitId } from '#shared/units/units.ts';

interface Held {
  readonly matters: readonly TrackedMatter[];
  /** The unit and all below it, and where there was a reform all others of its root: they name where a matter is from. */
  readonly units: readonly Unit[];
}

/**
 * The matters of a unit and below, those included that its forebears left, and without those that have gone elsewhere.
 *
 * @param now the month that runs: it decides whose they are
 * @param read all matters that were raised at a unit and below, or the open ones
 */
export async function heldMatters(
  unit: UnitId,
  now: Month,
  read: (unit: UnitId) => Promise<readonly TrackedMatter[]>,
  directory: Pick<DirectoryStore, 'subtree' | 'elsewhere' | 'allUnits'>,
): Promise<Held> {
  const [units, matters] = await Promise.all([directory.subtree(unit), read(unit)]);
  const all = await unitsAround(unit, now, { units, matters }, directory);
  if (!all) return { matters, units };
  const past = new Map(
    lineageOf(all)
      .forebearsOf([unit], now)
      .map(({ id, open }) => [id, open]),
  );
  const left = [...past].flatMap(([id, open]) => (open && !isWithin(id, unit) ? [communeOf(id)] : []));
  const others = await Promise.all([...new Set(left)].map(read));
  return {
    units: all,
    matters: [matters, ...others].flat().filter((each) => past.get(each.unit) ?? isWithin(each.unit, unit)),
  };
}

/** All units, where some of them may have left matters to others: a root that neither took over nor gave anything has all its own. */
async function unitsAround(
  unit: UnitId,
  now: Month,
  { units, matters }: Held,
  directory: Pick<DirectoryStore, 'elsewhere' | 'allUnits'>,
): Promise<readonly Unit[] | undefined> {
  if (unit === districtOf(unit)) {
    const elsewhere = await directory.elsewhere(units);
    const isReformed = elsewhere.length > 0 || units.some(({ successors }) => successors);
    return isReformed ? [...units, ...elsewhere] : undefined;
  }
  const ended = new Set(units.filter(({ to }) => to !== undefined && to < now).map(({ id }) => id));
  const isReformed = units.some(({ predecessors }) => predecessors) || matters.some((each) => ended.has(each.unit));
  return isReformed ? directory.allUnits(districtOf(unit)) : undefined;
}
