import { digestOf } from '#shared/digest.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import type { Month } from '#shared/period.ts';
import { communeOf, type Directory, isWithin, type Unit, type UnitId } from '#shared/units/units.ts';

/** What a scorecard says of a unit itself: when it began or will end counts in no month between. */
export function namedUnit({ id, name, kind, type, generated }: Unit): Pick<Unit, 'id' | 'name' | 'kind' | 'type'> {
  return { id, name, kind, ...(type && { type }), ...(generated && { generated }) };
}

/**
 * How a scorecard names a commune's units as they stood in a month, the group that was responsible for it and the regime
 * by which it was judged. Members of groups have no month, so they are left out.
 */
function unitsInput(
  month: Month,
  commune: Unit,
  cells: readonly Unit[],
  { district, groups, heirs }: Directory,
): string {
  const group = groups.find(({ communes }) => communes.includes(commune.id))?.number;
  const kept = keptBy((heir) => isWithin(heir, commune.id), heirs);
  const said = {
    commune: namedUnit(commune),
    cells: cells.map(namedUnit).sort(byId),
    group,
    regime: regimeOf(month, district),
    ...kept,
  };
  return `${commune.id}_${month}_units ${digestOf(said)}`;
}

/** How a district's scorecard names the district and its regime in a month. */
function districtInput(month: Month, { district, heirs }: Directory): string {
  const kept = keptBy((heir) => heir === district.id, heirs);
  const said = { district: namedUnit(district), regime: regimeOf(month, district), ...kept };
  return `${district.id}_${month}_district ${digestOf(said)}`;
}

/**
 * How scorecards name the directory that they counted, as far as it counts in the month: the units that stand, their
 * names and types, the regime and the groups. What only other months show is in none of them.
 *
 * @throws {RangeError} for a month without a regime
 */
export function directoryInputs(month: Month, directory: Directory): string[] {
  const cells = Map.groupBy(directory.cells, ({ id }) => communeOf(id));
  return [
    ...directory.communes.map((commune) => unitsInput(month, commune, cells.get(commune.id) ?? [], directory)),
    districtInput(month, directory),
  ];
}

/** The units whose open things count at others, with those. A directory without any is named as ever. */
function keptBy(isOurs: (heir: UnitId) => boolean, heirs: Directory['heirs']): { readonly heirs?: object } {
  const own = [...(heirs ?? [])].filter(([, heir]) => isOurs(heir));
  return own.length > 0 ? { heirs: Object.fromEntries(own) } : {};
}

function regimeOf(month: Month, { choices }: Unit) {
  const { id, overrides } = requireRegime(month, choices);
  return { id, ...(overrides && { overrides }) };
}

const byId = (a: Pick<Unit, 'id'>, b: Pick<Unit, 'id'>) => (a.id < b.id ? -1 : 1);
