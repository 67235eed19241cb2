import type { Span } from '#shared/input/parse-span.ts';
import { type Month, monthsBetween } from '#shared/period.ts';
import { type BaselineRevision, baselineFigures } from '#shared/scorecards/baseline.ts';
import { findFraction } from '#shared/scorecards/find-indicator.ts';
import type { Fraction, Indicator, Scorecard, ScorecardChild, TopicCounts } from '#shared/scorecards/scorecard.ts';
import type { UnitId } from '#shared/units/units.ts';

/** What a trend shows of a scorecard; of the units below, how many of their cells reported. */
export interface MonthLine extends Pick<Scorecard, 'unit' | 'name' | 'month' | 'status' | 'regime' | 'indicators'> {
  readonly topics?: TopicCounts;
  readonly children: readonly (Pick<ScorecardChild, 'unit' | 'name'> & {
    readonly indicators: readonly (Pick<Indicator, 'id'> & Fraction)[];
  })[];
}

/**
 * One month of a unit; a month without a scorecard has no status and no counts. Of a month before the first regime only
 * what the district counted itself is known (`baseline`).
 */
export interface TrendMonth {
  readonly month: Month;
  readonly status: Scorecard['status'] | 'baseline' | null;
  /** By which regime the month was judged; absent without a scorecard, and before the first. */
  readonly regime?: string;
  readonly indicators: readonly Indicator[];
  /** The concerns that were raised, by topic; `null` without a scorecard. */
  readonly topics: TopicCounts | null;
}

/** A unit below, with its cells that reported in each month; `null` if it is not in the scorecard. */
export interface Completeness {
  readonly unit: UnitId;
  /** Its name in the newest month. */
  readonly name: string;
  readonly reported: readonly (Fraction | null)[];
}

/** A unit's figures over several months, and when the units below it reported. */
export interface Trend extends Span {
  readonly unit: UnitId;
  readonly name: string;
  readonly months: readonly TrendMonth[];
  readonly completeness: readonly Completeness[];
}

/**
 * Puts the scorecards of a unit side by side. Months without one keep their places: missing is not zero.
 *
 * @param scorecards of one unit, at most one a month, oldest first
 * @param baselines what was counted of months without a scorecard
 * @param called who it is, where there may be no scorecard to say so
 * @throws {RangeError} if there is neither a scorecard nor a name
 */
export function trendOf(
  { from, to }: Span,
  scorecards: readonly MonthLine[],
  baselines: readonly Pick<BaselineRevision, 'month' | 'counts'>[] = [],
  called?: Pick<MonthLine, 'unit' | 'name'>,
): Trend {
  const last = scorecards.at(-1) ?? called;
  if (!last) throw new RangeError('A trend needs a scorecard');
  const months = monthsBetween(from, to);
  const byMonth = new Map(scorecards.map((scorecard) => [scorecard.month, scorecard]));
  const counted = new Map(baselines.map((baseline) => [baseline.month, baseline]));
  return {
    unit: last.unit,
    name: last.name,
    from,
    to,
    months: months.map((month) => monthOf(month, byMonth.get(month), counted.get(month))),
    completeness: completenessOf(months.map((month) => byMonth.get(month))),
  };
}

function monthOf(
  month: Month,
  scorecard: MonthLine | undefined,
  baseline: Pick<BaselineRevision, 'counts'> | undefined,
): TrendMonth {
  if (scorecard) {
    const { status, regime, indicators, topics = {} } = scorecard;
    return { month, status, regime, indicators, topics };
  }
  return {
    month,
    status: baseline ? 'baseline' : null,
    indicators: baseline ? baselineFigures(baseline) : [],
    topics: null,
  };
}

/** The months in which another regime begins than judged the month with figures before. */
export function breaksIn(months: readonly Pick<TrendMonth, 'month' | 'status' | 'regime'>[]): readonly Month[] {
  const known = months.filter(({ status }) => status !== null);
  return known.flatMap(({ month, regime }, at) => {
    const before = known[at - 1];
    return before && before.regime !== regime ? [month] : [];
  });
}

/** The units of the newest month in its order, then those that existed only earlier. */
function completenessOf(scorecards: readonly (MonthLine | undefined)[]): Completeness[] {
  const names = new Map<UnitId, string>();
  for (const scorecard of [...scorecards].reverse()) {
    for (const { unit, name } of scorecard?.children ?? []) if (!names.has(unit)) names.set(unit, name);
  }
  const byUnit = scorecards.map((scorecard) => new Map(scorecard?.children.map((child) => [child.unit, child])));
  return [...names].map(([unit, name]) => ({
    unit,
    name,
    reported: byUnit.map((children) => findFraction(children.get(unit)?.indicators, 'reported')),
  }));
}
