import { isPlanned, type TrackedAction } from '#shared/actions/action.ts';
import type { ActedOn, UnitSeries } from '#shared/actions/effect.ts';
import { type Month, monthAt, parseMonth } from '#shared/period.ts';
import { findFraction, findIndicator } from '#shared/scorecards/find-indicator.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Fraction, Scorecard } from '#shared/scorecards/scorecard.ts';
import type { UnitId } from '#shared/units/units.ts';

/** The actions that were opened, as far as it matters to whether they worked. */
export function actedOn(actions: readonly TrackedAction[]): ActedOn[] {
  return actions.filter(isPlanned).map(({ id, unit, indicator, month, openedAt, closedAt }) => ({
    ...{ id, unit, indicator, found: month, opened: monthAt(openedAt) },
    ...(closedAt && { ended: monthAt(closedAt) }),
  }));
}

/**
 * The official figures of the units below, each with its months.
 *
 * @param official scorecards of the unit above, oldest first
 * @param typeOf what units are compared by: a township is not compared with a commune
 */
export function seriesOf(
  indicator: IndicatorId,
  official: readonly Pick<Scorecard, 'month' | 'children'>[],
  typeOf: (unit: UnitId) => string,
): UnitSeries[] {
  const found = new Map<UnitId, { size: number; figures: Map<Month, Fraction> }>();
  for (const { month, children } of official) {
    for (const { unit, indicators } of children) {
      const figure = findFraction(indicators, indicator);
      const known = parseMonth(month);
      if (!figure || !known) continue;
      const own = found.get(unit) ?? { size: 0, figures: new Map<Month, Fraction>() };
      own.figures.set(known, figure);
      // Its cells: as many as had to report in its newest month.
      own.size = findIndicator(indicators, 'reported')?.denominator ?? own.size;
      found.set(unit, own);
    }
  }
  return [...found].map(([unit, own]) => ({ unit, type: typeOf(unit), ...own }));
}
