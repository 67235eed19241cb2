import { percentOf } from '#shared/input/numbers.ts';
import { reaches } from '#shared/judging/attendance.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import type { Month } from '#shared/period.ts';
import { findFraction } from '#shared/scorecards/find-indicator.ts';
import { type IndicatorRule, indicatorIds, ruleOf } from '#shared/scorecards/indicators.ts';
import type { Fraction, Indicator } from '#shared/scorecards/scorecard.ts';
import type { Counter, Tally } from '#shared/scorecards/tally.ts';

/** The same unit's figures in earlier months, if there are any that can be compared. */
export interface Earlier {
  readonly previousMonth?: readonly Indicator[] | undefined;
  /** The same month of the quarter before; with `previousMonth` absent, nothing stands for it. */
  readonly quarterBefore?: readonly Indicator[] | undefined;
  readonly previousYear?: readonly Indicator[] | undefined;
}

/** All figures of a month's tally, compared with the regime's targets and with earlier months. */
export function measure(
  tally: Tally,
  { regime, month }: { readonly regime: Regime; readonly month: Month },
  earlier: Earlier,
): Indicator[] {
  return indicatorIds.map((id) => {
    const rule = ruleOf(id);
    const fraction = fractionOf(tally, rule);
    const target = rule.target?.(regime, month) ?? null;
    return {
      id,
      ...fraction,
      value: readingOf(fraction, rule.as),
      target,
      met: target && fraction.denominator > 0 ? reaches(fraction, target) : null,
      previousMonth: findFraction(rule.since === 'quarter' ? earlier.quarterBefore : earlier.previousMonth, id),
      previousYear: findFraction(earlier.previousYear, id),
    };
  });
}

function fractionOf(tally: Tally, rule: IndicatorRule): Fraction {
  const sum = (counters: Counter | readonly Counter[]) =>
    [counters].flat().reduce((total, counter) => total + (tally[counter as Counter] ?? 0), 0);
  // A mean's numerator is in hundredths, so that decimals add up exactly.
  return { numerator: sum(rule.numerator), denominator: sum(rule.denominator) * (rule.as === 'mean' ? 100 : 1) };
}

/** The displayed value of a figure: a percentage, a mean, or for counts the numerator. `null` without a base. */
export function readingOf({ numerator, denominator }: Fraction, as: IndicatorRule['as']): number | null {
  if (as === 'count') return numerator;
  // A mean is not a share: a base times a hundred cancels the percent, on whole numbers.
  return percentOf(numerator, as === 'mean' ? denominator * 100 : denominator);
}
