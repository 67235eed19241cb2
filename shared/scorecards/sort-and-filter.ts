import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import { type IndicatorId, indicatorIds, ruleOf } from '#shared/scorecards/indicators.ts';
import type { Fraction, Indicator } from '#shared/scorecards/scorecard.ts';

/** How a reader chooses to list the units of a scorecard. */
export interface Arrangement {
  readonly sort: 'rank' | 'name' | IndicatorId;
  readonly order: 'asc' | 'desc';
  /** Only the units that miss this target; `any`: units that miss any target; `all`: every unit. */
  readonly only: 'all' | 'any' | IndicatorId;
}

export const usualArrangement: Arrangement = { sort: 'rank', order: 'asc', only: 'all' };

/** Reads an arrangement from the query of an address; unknown values become the usual ones. */
export function parseArrangement(query: Readonly<Record<string, string | undefined>>): Arrangement {
  const among = <T extends string>(list: readonly T[], text: string | undefined) => list.find((each) => each === text);
  return {
    sort: among(['rank', 'name', ...indicatorIds], query['sort']) ?? usualArrangement.sort,
    order: among(['asc', 'desc'], query['order']) ?? usualArrangement.order,
    only: among(['all', 'any', ...indicatorIds], query['only']) ?? usualArrangement.only,
  };
}

interface Listed {
  readonly rank?: number | null;
  readonly indicators: readonly Indicator[];
}

/**
 * Lists units in the chosen arrangement. Units without a value to compare come last in either order; equal units stay
 * in the order of their names.
 *
 * @param units in the order of their names
 */
export function sortAndFilter<T extends Listed>(units: readonly T[], { sort, order, only }: Arrangement): T[] {
  const kept = units.filter(({ indicators }) => only === 'all' || indicators.some((each) => misses(each, only)));
  if (sort === 'name') return order === 'asc' ? kept : kept.reverse();
  const key = (unit: T) => (sort === 'rank' ? rankOf(unit) : fractionOf(unit, sort));
  const sign = order === 'asc' ? 1 : -1;
  return kept.sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (!left || !right) return Number(!left) - Number(!right);
    return sign * (left.numerator * right.denominator - right.numerator * left.denominator);
  });
}

function misses({ id, met }: Indicator, only: Arrangement['only']): boolean {
  return met === false && (only === 'any' || only === id);
}

function rankOf({ rank }: Listed): Fraction | undefined {
  return typeof rank === 'number' ? { numerator: rank, denominator: 1 } : undefined;
}

function fractionOf({ indicators }: Listed, id: IndicatorId): Fraction | undefined {
  const found = findIndicator(indicators, id);
  if (ruleOf(id).as === 'count') return found && { numerator: found.numerator, denominator: 1 };
  return found && found.denominator > 0 ? found : undefined;
}
