import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Fraction } from '#shared/scorecards/scorecard.ts';

type Figure = { readonly id: IndicatorId };

/** One figure among those of a unit. */
export function findIndicator<T extends Figure>(figures: readonly T[] | undefined, id: IndicatorId): T | undefined {
  return figures?.find((figure) => figure.id === id);
}

/** Only the parts of a figure; `null` if it was not counted. */
export function findFraction(figures: readonly (Figure & Fraction)[] | undefined, id: IndicatorId): Fraction | null {
  const found = findIndicator(figures, id);
  return found ? { numerator: found.numerator, denominator: found.denominator } : null;
}

/** The parts of a figure; 0 of 0 if it was not counted. */
export function partsOf(figures: readonly (Figure & Fraction)[] | undefined, id: IndicatorId): Fraction {
  return findFraction(figures, id) ?? { numerator: 0, denominator: 0 };
}
