import { ruleOf } from '#shared/scorecards/indicators.ts';
import { readingOf } from '#shared/scorecards/measure.ts';
import type { Fraction, Indicator } from '#shared/scorecards/scorecard.ts';

/** The change since an earlier month, in percentage points, points or units; `null` if either month has no base. */
export function changeOf(indicator: Indicator, earlier: Fraction | null): number | null {
  const before = earlier && readingOf(earlier, ruleOf(indicator.id).as);
  if (before === null || indicator.value === null) return null;
  // Both values have one decimal, and so has their difference.
  return Math.round((indicator.value - before) * 10) / 10;
}
