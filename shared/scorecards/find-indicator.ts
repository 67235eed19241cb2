import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Fraction } from '#shared/scorecards/scorecard.ts';

type Figure = { readonly id: IndicatorId };

/** Where a figure was found last. Units list theirs in one order, so it mostly stands there again. */
const places = new Map<IndicatorId, number>();

/** One figure among those of a unit. */
export function findIndicator<T extends Figure>(figures: readonly T[] = [], id: IndicatorId): T | undefined {
  const known = figures[places.get(id) ?? 0];
  if (known?.id === id) return known;
  const at = figures.findIndex((figure) => figure.id === id);
  if (at >= 0) places.set(id, at);
  return figures[at];
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
