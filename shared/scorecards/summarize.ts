import { partsOf } from '#shared/scorecards/find-indicator.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';
import type { Fraction, Indicator, Scorecard, ScorecardChild } from '#shared/scorecards/scorecard.ts';

/** A unit that needs help, and why. */
export interface Need {
  readonly child: ScorecardChild;
  /** Cells without a report after the deadline, of all its cells. */
  readonly missing: Fraction;
  /** The targets that it can no longer meet. */
  readonly missed: readonly IndicatorId[];
}

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
    ...(isDue(indicators) ? whoNeedsHelp(children) : { needHelp: [], alike: 0 }),
  };
}

/** Whether nothing is reported that could still be on time: before, who has reported most would look worst. */
function isDue(indicators: readonly Indicator[]): boolean {
  return partsOf(indicators, 'notDue').numerator === 0;
}

/**
 * Those whose cells are silent come first, then who missed most targets, lacks most reports, attended
 * least. Units in equal need
 * are named all or none, since an order among them would say what nobody knows.
 */
function whoNeedsHelp(children: readonly ScorecardChild[]): Pick<Summary, 'needHelp' | 'alike'> {
  const needs = children.map(needOf).filter(({ missing, missed }) => missing.numerator > 0 || missed.length > 0);
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

function needOf(child: ScorecardChild): Need {
  const missed = child.indicators.filter(({ verdict }) => verdict === 'missed').map(({ id }) => id);
  return { child, missing: partsOf(child.indicators, 'missing'), missed };
}

function byNeed(a: Need, b: Need): number {
  return (
    Number(isSilent(b)) - Number(isSilent(a)) ||
    b.missed.length - a.missed.length ||
    b.missing.numerator - a.missing.numerator ||
    attendanceOf(a) - attendanceOf(b)
  );
}

/** Equal shares are equal numbers; who required nobody comes last. */
function attendanceOf({ child }: Need): number {
  const { numerator, denominator } = partsOf(child.indicators, 'attendance');
  return denominator > 0 ? numerator / denominator : 2;
}

function isSilent({ missing: { numerator, denominator } }: Need): boolean {
  return numerator > 0 && numerator === denominator;
}

/** Above 0 if a rate rose since the last month, below 0 if it fell: it compares cross products of whole numbers. */
function trendOf({ numerator, denominator, previousMonth }: Indicator): number {
  return previousMonth ? numerator * previousMonth.denominator - previousMonth.numerator * denominator : 0;
}
