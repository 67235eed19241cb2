import { partsOf } from '#shared/scorecards/find-indicator.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { isLarge } from '#shared/units/is-large.ts';

/** Whether a scorecard is of so many cells that no page reads all their reports. */
export function isLargeUnit({ indicators }: Pick<Scorecard, 'indicators'>): boolean {
  return isLarge(partsOf(indicators, 'reported').denominator);
}
