import { type ActionId, actionIdOf, type SeenFigure, type TrackedAction } from '#shared/actions/action.ts';
import { type Figures, figureIn } from '#shared/actions/figures.ts';
import { addMonths, isMonth, type Month } from '#shared/period.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { UnitId } from '#shared/units/units.ts';

/** What the figures of two months propose to the district, which confirms or dismisses it. */
export interface Proposal {
  readonly id: ActionId;
  readonly unit: UnitId;
  readonly indicator: IndicatorId;
  readonly month: Month;
  readonly name: string;
  readonly figure: SeenFigure;
  readonly before: SeenFigure;
}

/** More at once is read by nobody. The number is the district's order. */
const MOST_A_UNIT = 3;

/**
 * Which figures of the units below missed their target two official months running: of each unit the three furthest
 * below it, less those on which something was decided. A figure on which an older action is open is not proposed again,
 * and leaves its place to the next.
 *
 * @param newer the newest official scorecard, and `older` that of the month before: of any other month nothing follows
 * @param actions all of the units, ended ones included
 */
export function proposalsOf(
  newer: Figures | undefined,
  older: Figures | undefined,
  actions: readonly Pick<TrackedAction, 'id' | 'unit' | 'indicator' | 'month' | 'state'>[],
): Proposal[] {
  if (!newer || !older || !isMonth(newer.month) || older.month !== addMonths(newer.month, -1)) return [];
  const month = newer.month;
  const decided = new Set(actions.map(({ id }) => id));
  const underWay = new Set(
    actions
      .filter((each) => each.state === 'open' && each.month !== month)
      .map(({ unit, indicator }) => `${unit} ${indicator}`),
  );
  return newer.children.flatMap(({ unit, name, indicators }) =>
    indicators
      .flatMap(({ id: indicator }): Proposal[] => {
        const figure = figureIn(newer, unit, indicator);
        const before = figureIn(older, unit, indicator);
        const isMissed = figure?.verdict === 'missed' && before?.verdict === 'missed';
        if (!isMissed || underWay.has(`${unit} ${indicator}`)) return [];
        return [{ id: actionIdOf({ unit, indicator, month }), unit, indicator, month, name, figure, before }];
      })
      // Sorting keeps the order of the scorecard among equals.
      .sort((a, b) => gapOf(b.figure) - gapOf(a.figure))
      .slice(0, MOST_A_UNIT)
      .filter(({ id }) => !decided.has(id)),
  );
}

/** How many points of a hundred a figure is below its target. */
function gapOf({ numerator, denominator, target }: SeenFigure): number {
  return target && denominator > 0 ? target.percent - (100 * numerator) / denominator : 0;
}
