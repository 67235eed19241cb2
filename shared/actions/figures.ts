import type { SeenFigure, TrackedAction } from '#shared/actions/action.ts';
import { parseMonth } from '#shared/period.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import { type IndicatorId, ruleOf } from '#shared/scorecards/indicators.ts';
import { readingIn } from '#shared/scorecards/measure.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import type { UnitId } from '#shared/units/units.ts';

/** What of a scorecard says a unit's figure: its own, or a line of the units below. */
export type Figures = Pick<Scorecard, 'unit' | 'month' | 'indicators' | 'children'>;

/** A unit's figure in a month's scorecard, its own or that of the unit above; `undefined` if it says none of it. */
export function figureIn(scorecard: Figures | undefined, unit: UnitId, indicator: IndicatorId): SeenFigure | undefined {
  const line = scorecard?.unit === unit ? scorecard : scorecard?.children.find((child) => child.unit === unit);
  const found = findIndicator(line?.indicators, indicator);
  const month = parseMonth(scorecard?.month ?? '');
  if (!found || !month) return undefined;
  const { numerator, denominator, target, verdict } = found;
  return { month, numerator, denominator, target, verdict };
}

/** Whether a figure says anything on which one can act: a share of nothing, or of which nothing has come yet, does not. */
export function isTold(indicator: IndicatorId, figure: SeenFigure, status: Scorecard['status']): boolean {
  return figure.verdict === 'missed' || readingIn(status, figure, ruleOf(indicator).as, figure.target) !== null;
}

/**
 * The newest official figure on which there is a verdict: a month without a base, or in which nothing was asked for,
 * says nothing about whether the action has reached anything.
 *
 * @param official scorecards of the unit or of the one above it, oldest first
 */
export function newestJudged(
  official: readonly Figures[],
  unit: UnitId,
  indicator: IndicatorId,
): SeenFigure | undefined {
  return official.map((each) => figureIn(each, unit, indicator)).findLast(isJudged);
}

/**
 * The newest figure that decides whether an action has reached anything: the newest official one or, until one of its
 * month or later is official, that on which the action was opened. So nothing is closed as reached because no month has
 * been judged since: in a new district, after a reform, or where the figure is of the month that runs.
 *
 * @param official the newest official figure with a verdict
 */
export function figureToReach(
  { events }: Pick<TrackedAction, 'events'>,
  official: SeenFigure | undefined,
): SeenFigure | undefined {
  const opened = events.findLast((event) => event.kind === 'open')?.figure;
  if (!opened || !isJudged(opened)) return official;
  return official && official.month >= opened.month ? official : opened;
}

function isJudged(figure: SeenFigure | undefined): boolean {
  return figure?.verdict === 'met' || figure?.verdict === 'missed';
}
