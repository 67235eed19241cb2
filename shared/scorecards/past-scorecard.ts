import type { Month } from '#shared/period.ts';
import { mergeDistricts } from '#shared/scorecards/merge-districts.ts';
import { mergeIndicators } from '#shared/scorecards/merge-indicators.ts';
import { rankChildren } from '#shared/scorecards/rank.ts';
import { mergeResults } from '#shared/scorecards/result-sums.ts';
import type { Scorecard, ScorecardChild } from '#shared/scorecards/scorecard.ts';
import type { Past, UnitId } from '#shared/units/units.ts';

/**
 * The figures that a unit has of a month before it began: those of the units from which it came, added up. It has the
 * names of then, and below it stand the cells of then.
 *
 * @param parts the scorecards of all those units, of one month
 * @throws {RangeError} if there are none
 */
export function pastScorecard(unit: UnitId, parts: readonly Scorecard[]): Scorecard {
  const merged = mergeDistricts({ unit, name: parts.map(({ name }) => name).join(', ') }, parts);
  return {
    ...merged,
    children: rankChildren(
      parts.flatMap((part) => part.children),
      merged,
    ),
    belowNorm: parts.flatMap(({ belowNorm }) => belowNorm),
  };
}

/**
 * An earlier scorecard, with a line more for each unit of a later one that did not stand then: the sum of those from
 * which it came. Where one of them was split, or is not on the scorecard, there is no such line.
 */
export function withPastLines(
  scorecard: Scorecard,
  later: readonly { readonly unit: UnitId; readonly name: string }[],
  pastOf: (unit: UnitId, month: Month) => Past,
): Scorecard {
  const byUnit = new Map(scorecard.children.map((child) => [child.unit, child]));
  const lines = later.flatMap(({ unit, name }): ScorecardChild[] => {
    if (byUnit.has(unit)) return [];
    const { units, isWhole } = pastOf(unit, scorecard.month as Month);
    const parts = units.flatMap(({ id }) => byUnit.get(id) ?? []);
    if (!isWhole || parts.length === 0 || parts.length < units.length) return [];
    const indicators = mergeIndicators(
      parts.map((part) => part.indicators),
      {},
    );
    return [{ unit, name, rank: null, ...mergeResults(parts), indicators }];
  });
  return lines.length > 0 ? { ...scorecard, children: [...scorecard.children, ...lines] } : scorecard;
}
