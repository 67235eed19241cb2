import type { Target } from '#shared/norms/regimes.ts';
import { findFraction, findIndicator } from '#shared/scorecards/find-indicator.ts';
import { indicatorIds, ruleOf } from '#shared/scorecards/indicators.ts';
import { type Earlier, openReadingOf, readingOf } from '#shared/scorecards/measure.ts';
import type { Fraction, Indicator, Pending } from '#shared/scorecards/scorecard.ts';
import { metOf, verdictOf } from '#shared/scorecards/verdict.ts';

/**
 * Adds up the figures of several months or units: numerators and denominators, never rates. The sum is the same in any
 * order.
 *
 * A figure that is required only in some months (the quarter's thematic meeting) counts only in those. If the parts had
 * different targets, the sum has none.
 *
 * @param newest the last month: states at a month's end are not added up. Absent for units.
 * @param isWhole `false`: months are to come, of which nobody knows how much they add
 */
export function mergeIndicators(
  parts: readonly (readonly Indicator[])[],
  earlier: Earlier,
  newest?: readonly Indicator[],
  isWhole = true,
): Indicator[] {
  return indicatorIds.map((id) => {
    const { as, at } = ruleOf(id);
    const all = (at === 'end' && newest ? [newest] : parts).flatMap((part) => findIndicator(part, id) ?? []);
    const asked = all.filter(({ target }) => target !== null);
    const counted = asked.length > 0 ? asked : all;
    const fraction: Fraction = {
      numerator: counted.reduce((sum, { numerator }) => sum + numerator, 0),
      denominator: counted.reduce((sum, { denominator }) => sum + denominator, 0),
    };
    const target = commonTarget(counted);
    const pending = mergePending(counted, isWhole);
    const verdict = verdictOf(target, fraction, pending);
    return {
      id,
      ...fraction,
      value: counted.some(isOpen) ? openReadingOf(fraction, as, target) : readingOf(fraction, as, target),
      target,
      verdict,
      met: metOf(verdict),
      ...(target && pending && { pending }),
      previousMonth: findFraction(earlier.previousMonth, id),
      previousYear: findFraction(earlier.previousYear, id),
    };
  });
}

/** Only of an open month a share has a base and no value. */
function isOpen({ value, denominator }: Indicator): boolean {
  return value === null && denominator > 0;
}

/** What may still come to any of the parts may come to their sum. */
function mergePending(figures: readonly Indicator[], isWhole: boolean): Pending | undefined {
  if (isWhole && figures.every(({ pending }) => !pending)) return undefined;
  const parts = figures.map(({ pending, ...figure }) => pending ?? { settled: figure, cells: 0 });
  return {
    settled: {
      numerator: parts.reduce((sum, { settled }) => sum + settled.numerator, 0),
      denominator: parts.reduce((sum, { settled }) => sum + settled.denominator, 0),
    },
    cells: parts.reduce<number | null>(
      (sum, { cells }) => (sum === null || cells === null ? null : sum + cells),
      isWhole ? 0 : null,
    ),
  };
}

function commonTarget(figures: readonly Indicator[]): Target | null {
  const [first, ...others] = figures.map(({ target }) => target);
  if (!first) return null;
  const same = others.every((other) => other?.percent === first.percent && other.comparison === first.comparison);
  return same ? first : null;
}
