import { mergeArrivals } from '#shared/scorecards/arrivals.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { isWithin, type UnitId } from '#shared/units/units.ts';

/** What a reader sees of a scorecard. */
export type Seen = Pick<Scorecard, 'month' | 'regime' | 'indicators' | 'children' | 'arrivals' | 'belowNorm'>;

/**
 * What a working group sees of its district's scorecard: its communes and their sum, and nothing of the others.
 *
 * @param communes those of the group in the month
 * @returns `undefined` where the month was counted while other communes were the group's
 */
export function seenByGroup(
  { month, regime, groups, children, belowNorm }: Scorecard,
  number: number | undefined,
  communes: readonly UnitId[],
): Seen | undefined {
  const group = groups.find((each) => each.group === number);
  const own = children.filter(({ unit }) => communes.includes(unit));
  if (!group || own.length === 0) return undefined;
  if (group.communes.length !== own.length || !own.every(({ unit }) => group.communes.includes(unit))) return undefined;
  const arrivals = own.flatMap((child) => child.arrivals ?? []);
  return {
    month,
    regime,
    indicators: group.indicators,
    children: own,
    belowNorm: belowNorm.filter(({ cell }) => communes.some((commune) => isWithin(cell, commune))),
    ...(arrivals.length === own.length && { arrivals: mergeArrivals(arrivals) }),
  };
}
