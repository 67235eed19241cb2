import { reaches } from '#shared/judging/attendance.ts';
import type { Target } from '#shared/norms/regimes.ts';
import type { Fraction, Pending, Verdict } from '#shared/scorecards/scorecard.ts';

/**
 * The verdict on a figure. It is told only where no report that may still come could turn it: where the figure is at
 * its target even if no cell of those pending is, or below it even if all of them are.
 *
 * Counts are compared, not rounded rates. Where it is not known how much may come, only what asks for everything can be
 * missed: one that failed is never made good, but any other share may still be reached.
 *
 * @param pending absent: no report may still change the figure
 * @returns `null` without a target, or where nothing is pending and there is no base
 * @example verdictOf({ comparison: '>=', percent: 100 }, { numerator: 3, denominator: 4 }, { settled: { numerator: 3, denominator: 4 }, cells: 9 }) //=> 'missed'
 */
export function verdictOf(target: Target | null, figure: Fraction, pending?: Pending): Verdict | null {
  if (!target) return null;
  if (!pending) {
    if (figure.denominator === 0) return null;
    return reaches(figure, target) ? 'met' : 'missed';
  }
  const { settled, cells } = pending;
  if (cells === null) return target.percent >= 100 && settled.numerator < settled.denominator ? 'missed' : 'open';
  const denominator = settled.denominator + cells;
  if (reaches({ numerator: settled.numerator, denominator }, target)) return 'met';
  return reaches({ numerator: settled.numerator + cells, denominator }, target) ? 'open' : 'missed';
}

/** Whether the target is reached; `null` while that is open, and without a target or a base. */
export function metOf(verdict: Verdict | null): boolean | null {
  return verdict === null || verdict === 'open' ? null : verdict === 'met';
}
