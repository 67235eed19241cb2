import type { Stores } from '#functions/rollup/run.ts';
import type { UnitsRevision } from '#functions/store/units-revision.ts';
import { findRegime } from '#shared/norms/regimes.ts';
import type { Month } from '#shared/period.ts';
import { directoryInputs } from '#shared/scorecards/count-directory.ts';
import { isOfDirectory } from '#shared/scorecards/inputs.ts';
import { unitNamed } from '#shared/scorecards/left-out.ts';
import { directoryWithHeirs } from '#shared/units/directory-with-heirs.ts';
import { communeOf, type Directory, districtOf, type Unit, type UnitId } from '#shared/units/units.ts';
import { groupsIn } from '#shared/visits/groups.ts';

/** The directory that a scorecard names, as far as the history has it. */
export interface NamedDirectory {
  /** With the communes that were found; absent if no entry of the district fits. */
  readonly directory?: Directory;
  /** The inputs of the directory that no revision of the history says. */
  readonly missing: readonly string[];
}

/**
 * Finds the directory that an official scorecard counted: of each commune the newest revision that says of the month
 * what the scorecard names, whatever it says of other months.
 *
 * @param inputs of the scorecard of a district or of a commune, which names its own units alone
 */
export async function directoryNamed(
  inputs: readonly string[],
  district: UnitId,
  month: Month,
  { directory }: Pick<Stores, 'directory'>,
): Promise<NamedDirectory> {
  const [revisions, lists] = await Promise.all([directory.unitRevisions(district), directory.groupLists(district)]);
  const named = inputs.filter(isOfDirectory);
  const newestFirst = Map.groupBy(revisions.reverse(), ({ commune }) => commune);
  const newest = [...newestFirst.values()].flatMap(([first]) => first?.units ?? []);
  const past = {
    ended: newest.filter(({ to }) => to !== undefined && to < month),
    elsewhere: await directory.elsewhere(newest),
  };
  let best: NamedDirectory = { missing: named };
  for (const { units } of newestFirst.get(district) ?? []) {
    const [own] = units;
    if (!own || !findRegime(month, own.choices)) continue;
    for (const groups of [...lists.toReversed().map((list) => groupsIn(month, list)), []]) {
      const found = directoryUnder({ district: own, groups, ...past }, named, newestFirst, month);
      if (!best.directory || found.missing.length < best.missing.length) best = found;
      if (best.missing.length === 0) return best;
    }
  }
  return best;
}

/** What decides, besides a commune's own units, what an input says of it. */
interface Around extends Pick<Directory, 'district' | 'groups'> {
  /** The units that had ended before the month: their heirs have what was open there. */
  readonly ended: readonly Unit[];
  readonly elsewhere: readonly Unit[];
}

/** The directory under one entry of the district and one list of groups. */
function directoryUnder(
  { district, groups, ended, elsewhere }: Around,
  named: readonly string[],
  revisions: ReadonlyMap<UnitId, readonly UnitsRevision[]>,
  month: Month,
): NamedDirectory {
  const directoryOf = (units: readonly Unit[]) => {
    const own = new Set(units.map(({ id }) => id));
    const others = ended.filter(({ id }) => id !== district.id && !own.has(id));
    return directoryWithHeirs(month, [district, ...units, ...others, ...elsewhere], groups);
  };
  const units = named
    .map((input) => ({ input, commune: communeOf(unitNamed(input)) }))
    .filter(({ commune }) => commune !== districtOf(commune))
    .flatMap(({ input, commune }) => {
      const fits = ({ units }: UnitsRevision) => directoryInputs(month, directoryOf(units)).includes(input);
      return (revisions.get(commune) ?? []).find(fits)?.units ?? [];
    });
  const directory = directoryOf(units);
  const found = new Set(directoryInputs(month, directory));
  return { directory, missing: named.filter((input) => !found.has(input)) };
}
