import type { Month } from '#shared/period.ts';
import { lineageOf } from '#shared/units/lineage.ts';
import {
  communeOf,
  type Directory,
  directoryIn,
  districtOf,
  type Group,
  isWithin,
  parentOf,
  type Unit,
  type UnitId,
} from '#shared/units/units.ts';

/**
 * The directory as it was in a month, with the heirs of what had ended by then.
 *
 * @param units of one root, of all times, and after those the units of other roots in which predecessors stood
 * @throws {Error} if the list has no district
 */
export function directoryWithHeirs(month: Month, units: readonly Unit[], groups: readonly Group[]): Directory {
  const root = districtOf(units[0]?.id ?? '');
  const own = units.filter(({ id }) => isWithin(id, root));
  const directory = directoryIn(month, own, groups);
  if (!units.some(({ predecessors, successors }) => predecessors ?? successors)) return directory;
  const lineage = lineageOf(units);
  const heirs = heirsIn(month, directory, units, lineage);
  return { ...directory, ...(heirs.size > 0 && { heirs }), pastOf: lineage.pastOf };
}

/** Only units whose things would otherwise be found at no unit of this directory, or at another one. */
function heirsIn(
  month: Month,
  { district, communes, cells }: Directory,
  units: readonly Unit[],
  { keeperOf, givenTo }: ReturnType<typeof lineageOf>,
): ReadonlyMap<UnitId, UnitId> {
  const standing = new Set([district, ...communes, ...cells].map(({ id }) => id));
  return new Map(
    units.flatMap(({ id, to }): [UnitId, UnitId][] => {
      if (to === undefined || to >= month) return [];
      const keeper = keeperOf(id, month)?.id;
      // What went over to another root counts there, and no longer here.
      const given = isWithin(id, district.id) && !keeper ? givenTo(id, month) : undefined;
      if (given) return [[id, given]];
      return keeper && standing.has(keeper) && keeper !== nearest(id, standing) ? [[id, keeper]] : [];
    }),
  );
}

function nearest(id: UnitId, standing: ReadonlySet<UnitId>): UnitId | undefined {
  if (standing.has(id)) return id;
  const above = parentOf(id);
  return above === undefined ? undefined : nearest(above, standing);
}

/** Where things of a unit are counted and shown in a directory's month: at its heir, if it has one. */
export function heirIn({ heirs }: Pick<Directory, 'heirs'>, unit: UnitId): UnitId {
  return heirs?.get(unit) ?? unit;
}

/** The communes outside a unit in which something stood that has its heir there. */
export function communesBefore(unit: UnitId, { heirs = new Map() }: Pick<Directory, 'heirs'>): readonly UnitId[] {
  const own = [...heirs].filter(([, heir]) => isWithin(heir, unit)).map(([id]) => communeOf(id));
  return [...new Set(own)].filter(
    (commune) => !isWithin(commune, unit) && !own.some((other) => other !== commune && isWithin(commune, other)),
  );
}
