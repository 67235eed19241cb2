import { isClosed } from '#shared/scorecards/is-closed.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';

/**
 * The figures that a page lists. In an open month most have nothing yet: a list of dashes would hide the few that say
 * something, and speak of late and missing reports where none is.
 */
export function shownFigures(scorecard: Pick<Scorecard, 'status' | 'parts' | 'indicators'>): readonly Indicator[] {
  const { indicators } = scorecard;
  return isClosed(scorecard) ? indicators : indicators.filter(({ value, target }) => value !== null || target);
}
