import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import type { Month } from '#shared/period.ts';
import { mergeDistricts } from '#shared/scorecards/merge-districts.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { parentOf, type UnitId } from '#shared/units/units.ts';

/**
 * Merges the scorecards of a province's districts for a month.
 *
 * @throws {Error} naming districts that have no scorecard or are named twice, and units that are not districts: a sum
 *   in which one is missing or counted twice would be taken for the province's
 */
export async function provinceMonth(
  province: { readonly unit: UnitId; readonly name: string },
  districts: readonly UnitId[],
  month: Month,
  scorecards: Pick<ScorecardStore, 'current'>,
): Promise<Scorecard> {
  const within = districts.filter((district) => parentOf(district) !== undefined);
  if (within.length > 0) throw new Error(`No district: ${within.join(', ')}.`);
  const twice = districts.filter((district, at) => districts.indexOf(district) < at);
  if (twice.length > 0) throw new Error(`Named twice: ${twice.join(', ')}.`);
  const found = await Promise.all(districts.map((district) => scorecards.current(district, month)));
  const missing = districts.filter((_, at) => !found[at]);
  if (missing.length > 0) throw new Error(`No scorecard of ${month}: ${missing.join(', ')}.`);
  return mergeDistricts(province, found as Scorecard[]);
}
