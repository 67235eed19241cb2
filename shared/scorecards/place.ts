import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';
import { shownFigures } from '#shared/scorecards/shown-figures.ts';
import type { UnitId } from '#shared/units/units.ts';

/** Where a unit stands in the one above: its rank there and the sums of all, and no other unit's line. */
export interface Place extends Pick<Scorecard, 'unit' | 'name' | 'status' | 'revision'> {
  /** `null` where the scorecard above ranks it nowhere. */
  readonly rank: number | null;
  /** How many units have a rank. */
  readonly ranked: number;
  /** The sums that say something. */
  readonly indicators: readonly Indicator[];
}

/** The place of a unit in the scorecard of the one above; `undefined` if that does not count it. */
export function placeIn(above: Scorecard, of: UnitId): Place | undefined {
  const { unit, name, status, revision, children } = above;
  const own = children.find((child) => child.unit === of);
  const ranked = children.filter(({ rank }) => rank !== null).length;
  return own && { unit, name, status, revision, rank: own.rank, ranked, indicators: shownFigures(above) };
}
