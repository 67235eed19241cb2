import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { Month } from '#shared/period.ts';
import { lineageOf } from '#shared/units/lineage.ts';
import { communeOf, districtOf, isWithin, type Unit, type UnitId } from '#shared/units/units.ts';

/** Something that waits at a unit until it is settled: a matter, an action. */
interface AtUnit {
  readonly unit: UnitId;
}

interface Held<Thing> {
  readonly things: readonly Thing[];
  /** The unit and all below it, and where there was a reform all others of its root: they name where a thing is from. */
  readonly units: readonly Unit[];
}

/**
 * The things of a unit and below, those included that its forebears left, and without those that have gone elsewhere.
 *
 * @param now the month that runs: it decides whose they are
 * @param read all things that were entered at a unit and below, or the open ones
 */
export async function heldThings<Thing extends AtUnit>(
  unit: UnitId,
  now: Month,
  read: (unit: UnitId) => Promise<readonly Thing[]>,
  directory: Pick<DirectoryStore, 'subtree' | 'elsewhere' | 'allUnits'>,
): Promise<Held<Thing>> {
  const [units, things] = await Promise.all([directory.subtree(unit), read(unit)]);
  const all = await unitsAround(unit, now, { units, things }, directory);
  if (!all) return { things, units };
  const past = new Map(
    lineageOf(all)
      .forebearsOf([unit], now)
      .map(({ id, open }) => [id, open]),
  );
  const left = [...past].flatMap(([id, open]) => (open && !isWithin(id, unit) ? [communeOf(id)] : []));
  const others = await Promise.all([...new Set(left)].map(read));
  return {
    units: all,
    things: [things, ...others].flat().filter((each) => past.get(each.unit) ?? isWithin(each.unit, unit)),
  };
}

/** All units, where some of them may have left things to others: a root that neither took over nor gave anything has all its own. */
async function unitsAround(
  unit: UnitId,
  now: Month,
  { units, things }: Held<AtUnit>,
  directory: Pick<DirectoryStore, 'elsewhere' | 'allUnits'>,
): Promise<readonly Unit[] | undefined> {
  if (unit === districtOf(unit)) {
    const elsewhere = await directory.elsewhere(units);
    const isReformed = elsewhere.length > 0 || units.some(({ successors }) => successors);
    return isReformed ? [...units, ...elsewhere] : undefined;
  }
  const ended = new Set(units.filter(({ to }) => to !== undefined && to < now).map(({ id }) => id));
  const isReformed = units.some(({ predecessors }) => predecessors) || things.some((each) => ended.has(each.unit));
  return isReformed ? directory.allUnits(districtOf(unit)) : undefined;
}
