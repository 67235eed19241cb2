import { digestOf } from '#shared/digest.ts';
import type { Period } from '#shared/period.ts';
import { mergeMatterLines } from '#shared/scorecards/matter-lines.ts';
import { mergeIndicators } from '#shared/scorecards/merge-indicators.ts';
import { mergeTopics } from '#shared/scorecards/merge-topics.ts';
import { rankChildren } from '#shared/scorecards/rank.ts';
import { mergeResults } from '#shared/scorecards/result-sums.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { mergeStaffSides } from '#shared/scorecards/staff-sides.ts';
import type { UnitId } from '#shared/units/units.ts';

/**
 * The scorecard of a province: it merges its districts' scorecards and lists districts as theirs list communes. It is
 * official if all of them are. Figures are compared with the targets that all districts share.
 *
 * @param districts scorecards of one period, at least one, in the order of the list
 * @throws {RangeError} if there are none, or if their periods differ
 */
export function mergeDistricts(
  province: { readonly unit: UnitId; readonly name: string },
  districts: readonly Scorecard[],
): Scorecard {
  const [first, ...others] = districts;
  if (!first) throw new RangeError('A province needs a district');
  const month: Period = first.month;
  if (others.some((other) => other.month !== month)) throw new RangeError('The districts are of different periods');
  const official = districts.every(({ status }) => status === 'official');
  const children = districts.map(({ unit, name, topics, results, indicators }) => ({
    unit,
    name,
    ...(topics && { topics }),
    ...(results && { results }),
    indicators,
  }));
  const status = official ? 'official' : 'live';
  return {
    ...province,
    month,
    status,
    revision: official ? Math.max(...districts.map(({ revision }) => revision)) : 0,
    generatedAt: districts
      .map(({ generatedAt }) => generatedAt)
      .sort()
      .at(-1) as string,
    digest: digestOf({ month, parts: districts.map(({ unit, digest }) => ({ unit, digest })) }),
    regime: first.regime,
    ...(districts.some(({ generated }) => generated) && { generated: true as const }),
    ...mergeTopics(districts),
    ...mergeResults(districts),
    ...mergeStaffSides(districts),
    ...mergeMatterLines(districts),
    indicators: mergeIndicators(
      districts.map(({ indicators }) => indicators),
      {},
    ),
    children: rankChildren(children, { month, status, regime: first.regime }),
    groups: [],
    belowNorm: districts.flatMap(({ belowNorm }) => belowNorm),
  };
}
