import type { OfficerListRevision } from '#shared/officers/officers.ts';
import { heirIn } from '#shared/units/directory-with-heirs.ts';
import { type Directory, isWithin, type UnitId } from '#shared/units/units.ts';

/**
 * The lists of a directory's communes. One that has entered none yet takes on those of the units before it: the charges
 * of the cells that are now its own, and the members who have them; of a commune that it carries on, all members.
 *
 * @param lists the newest of each commune, also of those that have ended
 * @returns an inherited list has the revision 0: the first that the commune itself enters comes after it
 */
export function inheritedOfficers(
  lists: ReadonlyMap<UnitId, OfficerListRevision>,
  directory: Pick<Directory, 'communes' | 'heirs'>,
): ReadonlyMap<UnitId, OfficerListRevision> {
  if (!directory.heirs) return lists;
  const oldestFirst = [...lists.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
  const inherited = directory.communes.flatMap(({ id }): [UnitId, OfficerListRevision][] => {
    if (lists.has(id)) return [];
    const list = mergedFor(id, oldestFirst, directory);
    return list ? [[id, list]] : [];
  });
  return new Map([...lists, ...inherited]);
}

function mergedFor(
  commune: UnitId,
  lists: readonly OfficerListRevision[],
  directory: Pick<Directory, 'communes' | 'heirs'>,
): OfficerListRevision | undefined {
  const parts = lists.flatMap((list) => {
    const charges = Object.entries(list.charges)
      .map(([cell, member]) => [heirIn(directory, cell), member] as const)
      .filter(([cell]) => isWithin(cell, commune));
    const isWhole = heirIn(directory, list.commune) === commune;
    const members = isWhole ? list.members : charges.map(([, member]) => member);
    return members.length > 0 ? [{ list, charges, members }] : [];
  });
  // After a second reform, the list that a unit between entered replaces those from which it came.
  const valid = parts.filter(({ charges }, at) => {
    const later = new Set(parts.slice(at + 1).flatMap((part) => part.charges.map(([cell]) => cell)));
    return !charges.some(([cell]) => later.has(cell));
  });
  const last = valid.at(-1);
  if (!last) return undefined;
  return {
    ...last.list,
    commune,
    revision: 0,
    members: [...new Set(valid.flatMap(({ members }) => members))],
    charges: Object.fromEntries(valid.flatMap(({ charges }) => charges)),
  };
}
