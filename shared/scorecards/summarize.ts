import { partsOf } from '#shared/scorecards/find-indicator.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Indicator, Scorecard, ScorecardChild } from '#shared/scorecards/scorecard.ts';

/** The part of a scorecard that a reader should see first. */
export interface Summary {
  /** Targets met, of those that could be judged. */
  readonly met: number;
  readonly judged: number;
  /** Targets of which reports may still decide. */
  readonly open: number;
  /** Figures with a target that rose or fell since the last month. */
  readonly better: readonly IndicatorId[];
  readonly worse: readonly IndicatorId[];
  /** Overdue tasks, out of those that were followed up. */
  readonly overdue: number;
  readonly followedUp: number;
  /** The units that miss the most targets, worst first; units without reports come before all others. */
  readonly needHelp: readonly { readonly child: ScorecardChild; readonly missed: number }[];
}

/** How many units a reader is pointed to at once. */
const MOST = 5;

/** Sums up a scorecard: is it better than before, who needs help, what was promised and not done. */
export function summarize({ indicators, children }: Pick<Scorecard, 'indicators' | 'children'>): Summary {
  const judged = indicators.filter(({ met }) => met !== null);
  const overdue = partsOf(indicators, 'tasksOverdue');
  return {
    met: judged.filter(({ met }) => met).length,
    judged: judged.length,
    open: indicators.filter(({ verdict }) => verdict === 'open').length,
    better: judged.filter((each) => trendOf(each) > 0).map(({ id }) => id),
    worse: judged.filter((each) => trendOf(each) < 0).map(({ id }) => id),
    overdue: overdue.numerator,
    followedUp: overdue.denominator,
    needHelp: children
      .map((child) => ({ child, missed: child.indicators.filter(({ met }) => met === false).length }))
      .filter(({ missed }) => missed > 0)
      .sort((a, b) => silent(b.child) - silent(a.child) || b.missed - a.missed)
      .slice(0, MOST),
  };
}

/** Above 0 if a rate rose since the last month, below 0 if it fell: it compares cross products of whole numbers. */
function trendOf({ numerator, denominator, previousMonth }: Indicator): number {
  return previousMonth ? numerator * previousMonth.denominator - previousMonth.numerator * denominator : 0;
}

function silent({ rank }: ScorecardChild): number {
  return rank === null ? 1 : 0;
}
