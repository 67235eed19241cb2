import type { Regime } from '#shared/norms/regimes.ts';
import { partsOf } from '#shared/scorecards/find-indicator.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import { byNeed, type Need, needOf } from '#shared/scorecards/need.ts';
import { regimeOf } from '#shared/scorecards/regime-of.ts';
import type { Indicator, Scorecard, ScorecardChild } from '#shared/scorecards/scorecard.ts';

/** The part of a scorecard that a reader should see first. */
export interface Summary {
  /** Targets met, of those with a verdict, and how many may still be turned. */
  readonly met: number;
  readonly judged: number;
  readonly open: number;
  /** Figures with a target that rose or fell since the last month. */
  readonly better: readonly IndicatorId[];
  readonly worse: readonly IndicatorId[];
  /** Overdue tasks, out of those that were followed up. */
  readonly overdue: number;
  readonly followedUp: number;
  /** Those that need help most, worst first. */
  readonly needHelp: readonly Need[];
  /** How many more need help as much as each other, and too many to be named. */
  readonly alike: number;
}

/** How many units a reader is pointed to at once. */
const MOST = 5;

/** Sums up a scorecard: is it better than before, who needs help, what was promised and not done. */
export function summarize(scorecard: Pick<Scorecard, 'month' | 'regime' | 'indicators' | 'children'>): Summary {
  const { indicators, children } = scorecard;
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
    ...(isDue(indicators) ? whoNeedsHelp(children, regimeOf(scorecard).targetBands) : { needHelp: [], alike: 0 }),
  };
}

/** Whether nothing is reported that could still be on time: before, who has reported most would look worst. */
function isDue(indicators: readonly Indicator[]): boolean {
  return partsOf(indicators, 'notDue').numerator === 0;
}

/** The first by need. Units in equal need are named all or none, since an order among them would say what nobody knows. */
function whoNeedsHelp(
  children: readonly ScorecardChild[],
  bands: Regime['targetBands'],
): Pick<Summary, 'needHelp' | 'alike'> {
  const needs = children
    .map((child) => needOf(child, bands))
    .filter(({ missing, missed }) => missing.numerator > 0 || missed.length > 0);
  needs.sort(byNeed);
  const needHelp: Need[] = [];
  while (needHelp.length < needs.length) {
    const next = needs[needHelp.length] as Need;
    const equals = needs.filter((each) => byNeed(each, next) === 0);
    const isFull = needHelp.length === MOST;
    if (needHelp.length + equals.length > MOST) return { needHelp, alike: isFull ? 0 : equals.length };
    needHelp.push(...equals);
  }
  return { needHelp, alike: 0 };
}

/** Above 0 if a rate rose since the last month, below 0 if it fell: it compares cross products of whole numbers. */
function trendOf({ numerator, denominator, previousMonth }: Indicator): number {
  return previousMonth ? numerator * previousMonth.denominator - previousMonth.numerator * denominator : 0;
}
