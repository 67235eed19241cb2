import type { Span } from '#shared/input/parse-span.ts';
import type { Flag } from '#shared/judging/judgement.ts';
import { type Month, monthsBetween } from '#shared/period.ts';
import { type BaselineRevision, baselineFigures } from '#shared/scorecards/baseline.ts';
import { mergeIndicators } from '#shared/scorecards/merge-indicators.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';

/** Ten years. */
export const MOST_MONTHS = 120;

/** Months that are added up: of one calendar year, judged by one regime, or from before any. */
export interface Stretch extends Span {
  /** Absent: before any regime, as the district counted itself. */
  readonly regime?: string;
  /** How many of the months have figures, and how many there are. */
  readonly counted: number;
  readonly of: number;
  readonly indicators: readonly Indicator[];
}

/** A span of months summed up ("sơ kết"). */
export interface Summary extends Span {
  /** Oldest first. Months without any figures are in none. */
  readonly stretches: readonly Stretch[];
  /** All months that a regime judged, added up; empty where there is none. */
  readonly whole: readonly Indicator[];
  /** How many months of the span have figures, from before a regime or by one, and how many there are. */
  readonly counted: number;
  readonly of: number;
  /** How often a cell's month had each reason to be below the norm, most first. */
  readonly reasons: readonly (readonly [Flag, number])[];
}

interface Known {
  readonly month: Month;
  readonly regime?: string;
  readonly indicators: readonly Indicator[];
}

/**
 * Sums up a span of months. Sums are made of counts, never of rates; what two regimes judged, or nobody, is never in one
 * stretch, since it was asked for otherwise.
 *
 * @param scorecards of one unit, at most one a month
 * @param baselines what was counted of months before the first regime
 */
export function summaryOf(
  { from, to }: Span,
  scorecards: readonly Scorecard[],
  baselines: readonly Pick<BaselineRevision, 'month' | 'counts'>[],
): Summary {
  const judged = scorecards.map(
    ({ month, regime, indicators }): Known => ({ month: month as Month, regime, indicators }),
  );
  const before = baselines
    .filter(({ month }) => !judged.some((each) => each.month === month))
    .map((each): Known => ({ month: each.month, indicators: baselineFigures(each) }));
  const known = [...before, ...judged].sort((a, b) => (a.month < b.month ? -1 : 1));
  const stretches = [...Map.groupBy(known, ({ month, regime }) => `${month.slice(0, 4)} ${regime ?? ''}`).values()].map(
    (months) => stretchOf(months, { from, to }),
  );
  const counts = new Map<Flag, number>();
  for (const { belowNorm } of scorecards) {
    for (const { reasons } of belowNorm) for (const each of reasons) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  return {
    ...{ from, to, stretches },
    whole: judged.length > 0 ? merged(judged.sort((a, b) => (a.month < b.month ? -1 : 1))) : [],
    counted: known.length,
    of: monthsBetween(from, to).length,
    reasons: [...counts].sort(([, a], [, b]) => b - a),
  };
}

function stretchOf(months: readonly Known[], span: Span): Stretch {
  const [first, last] = [months[0] as Known, months.at(-1) as Known];
  const { regime } = first;
  const all = monthsBetween(span.from, span.to).filter((month) => first.month <= month && month <= last.month);
  return {
    ...{ from: first.month, to: last.month, counted: months.length, of: all.length },
    ...(regime !== undefined && { regime }),
    indicators: merged(months),
  };
}

function merged(months: readonly Known[]): readonly Indicator[] {
  const parts = months.map(({ indicators }) => indicators);
  const ids = new Set(parts.flatMap((part) => part.map(({ id }) => id)));
  return mergeIndicators(parts, {}, parts.at(-1)).filter(({ id }) => ids.has(id));
}
