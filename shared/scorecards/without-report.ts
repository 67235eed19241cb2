import { findFraction, partsOf } from '#shared/scorecards/find-indicator.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';

/** The cells of a unit that have not reported: those whose report is not due yet, and those that missed the deadline. */
export function withoutReport(indicators: readonly Indicator[]): { readonly notDue: number; readonly missing: number } {
  const { numerator, denominator } = partsOf(indicators, 'reported');
  const notDue = partsOf(indicators, 'notDue').numerator;
  // Scorecards by rules before the third do not count them apart.
  return { notDue, missing: findFraction(indicators, 'missing')?.numerator ?? denominator - numerator };
}
