import { percentOf } from '#shared/input/numbers.ts';
import type { Regime, Target } from '#shared/norms/regimes.ts';
import type { Month } from '#shared/period.ts';
import { findFraction } from '#shared/scorecards/find-indicator.ts';
import { type IndicatorRule, indicatorIds, ruleOf } from '#shared/scorecards/indicators.ts';
import type { Fraction, Indicator, Pending, Scorecard } from '#shared/scorecards/scorecard.ts';
import type { Counter, Tally } from '#shared/scorecards/tally.ts';
import { metOf, verdictOf } from '#shared/scorecards/verdict.ts';

/** The same unit's figures in earlier months, if there are any that can be compared. */
export interface Earlier {
  readonly previousMonth?: readonly Indicator[] | undefined;
  /** The same month of the quarter before; with `previousMonth` absent, nothing stands for it. */
  readonly quarterBefore?: readonly Indicator[] | undefined;
  readonly previousYear?: readonly Indicator[] | undefined;
}

interface Measured {
  readonly regime: Regime;
  readonly month: Month;
  /** Absent: the month is closed. */
  readonly status?: Scorecard['status'];
}

/** All figures of a month's tally, compared with the regime's targets and with earlier months. */
export function measure(tally: Tally, { regime, month, status }: Measured, earlier: Earlier): Indicator[] {
  return indicatorIds.map((id) => {
    const rule = ruleOf(id);
    const fraction = fractionOf(tally, rule);
    const target = rule.target?.(regime, month) ?? null;
    const pending = target ? pendingOf(tally, rule, fraction) : undefined;
    const verdict = verdictOf(target, fraction, pending);
    return {
      id,
      ...fraction,
      value: readingIn(status, fraction, rule.as, target),
      target,
      verdict,
      met: metOf(verdict),
      ...(pending && { pending }),
      previousMonth: findFraction(rule.since === 'quarter' ? earlier.quarterBefore : earlier.previousMonth, id),
      previousYear: findFraction(earlier.previousYear, id),
    };
  });
}

/** The parts of a figure in a tally. */
export function fractionOf(tally: Tally, rule: Pick<IndicatorRule, 'numerator' | 'denominator' | 'as'>): Fraction {
  const { numerator, denominator } = rule;
  // A mean's numerator is in hundredths, so that decimals add up exactly.
  return { numerator: sum(tally, numerator), denominator: sum(tally, denominator) * (rule.as === 'mean' ? 100 : 1) };
}

function pendingOf(tally: Tally, { pending }: IndicatorRule, figure: Fraction): Pending | undefined {
  const cells = pending ? sum(tally, pending.cells) : 0;
  if (!pending || cells === 0) return undefined;
  return {
    settled: {
      numerator: figure.numerator - sum(tally, pending.numerator ?? []),
      denominator: figure.denominator - sum(tally, pending.denominator ?? []),
    },
    cells: pending.size === 'unknown' ? null : cells,
  };
}

function sum(tally: Tally, counters: Counter | readonly Counter[]): number {
  if (typeof counters === 'string') return tally[counters] ?? 0;
  return counters.reduce((total, counter) => total + (tally[counter] ?? 0), 0);
}

/**
 * The displayed value of a figure: a percentage, a mean, or for counts the numerator. `null` without a base.
 *
 * @param target a percentage has as many decimals as tell it from this: 84.95 where 85 is asked for
 */
export function readingOf(
  { numerator, denominator }: Fraction,
  as: IndicatorRule['as'],
  target?: Target | null,
): number | null {
  if (as === 'count') return numerator;
  // A mean is not a share: a base times a hundred cancels the percent, on whole numbers.
  return percentOf(numerator, as === 'mean' ? denominator * 100 : denominator, target ? [target.percent] : []);
}

/** The same while a month is open: a share of which nothing has come yet is none, and not 0%. */
export function openReadingOf(fraction: Fraction, as: IndicatorRule['as'], target: Target | null): number | null {
  return as === undefined && fraction.numerator === 0 ? null : readingOf(fraction, as, target);
}

/** The displayed value in a month that is open or closed. */
export function readingIn(
  status: Scorecard['status'] | undefined,
  fraction: Fraction,
  as: IndicatorRule['as'],
  target: Target | null = null,
): number | null {
  return status === 'live' ? openReadingOf(fraction, as, target) : readingOf(fraction, as, target);
}
