import { findRegime } from '#shared/norms/regimes.ts';
import type { Month } from '#shared/period.ts';
import { directoryInputs } from '#shared/scorecards/count-directory.ts';
import { unitNamed } from '#shared/scorecards/left-out.ts';
import { directoryWithHeirs } from '#shared/units/directory-with-heirs.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

/** A month that a change of the directory reaches, and the communes or the district whose scorecards it changes. */
export interface ChangedMonth {
  readonly month: Month;
  readonly units: readonly UnitId[];
}

/**
 * The months in which a change of the directory counts: those of which a scorecard would say otherwise. A unit that
 * ends next month changes no month before; nor does one that is entered with an end in the past month of another.
 *
 * @param before all units of the district before the change; none if it is new
 * @param months those to look at
 */
export function changedMonths(
  before: readonly Unit[],
  after: readonly Unit[],
  months: readonly Month[],
): readonly ChangedMonth[] {
  return months.flatMap((month) => {
    const [old, now] = [inputsIn(month, before), inputsIn(month, after)];
    const differ = [...old.filter((input) => !now.includes(input)), ...now.filter((input) => !old.includes(input))];
    const units = [...new Set(differ.map(unitNamed))].sort();
    return units.length > 0 ? [{ month, units }] : [];
  });
}

function inputsIn(month: Month, units: readonly Unit[]): readonly string[] {
  const district = units.find(({ level }) => level === 'district');
  if (!district || !findRegime(month, district.choices)) return [];
  return directoryInputs(month, directoryWithHeirs(month, units, []));
}
