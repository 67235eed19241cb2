import { ruleOf } from '#shared/scorecards/indicators.ts';
import { readingOf } from '#shared/scorecards/measure.ts';
import type { Fraction, Indicator } from '#shared/scorecards/scorecard.ts';

/**
 * The change since an earlier month, in percentage points, points or units: of both values with one decimal, so that a
 * reader who subtracts them finds the same. `null` if either month has no base.
 */
export function changeOf(indicator: Indicator, earlier: Fraction | null): number | null {
  const { as } = ruleOf(indicator.id);
  const [now, before] = [readingOf(indicator, as), earlier && readingOf(earlier, as)];
  if (before === null || now === null) return null;
  return Math.round((now - before) * 10) / 10;
}
