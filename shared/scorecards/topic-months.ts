import type { Month } from '#shared/period.ts';
import { codesOf } from '#shared/reports/choices.ts';
import { type Topic, topics } from '#shared/reports/topics.ts';
import { findFraction } from '#shared/scorecards/find-indicator.ts';
import type { TopicCounts } from '#shared/scorecards/scorecard.ts';
import type { Trend, TrendMonth } from '#shared/scorecards/trend.ts';

/** The concerns that were raised in a month, by topic. */
export interface TopicMonth extends Pick<TrendMonth, 'month' | 'status'> {
  readonly month: Month;
  /** `null`: the month has no scorecard. */
  readonly counts: TopicCounts | null;
  readonly all: number | null;
  /** How many of them went over somebody's head, whatever their topic; `null`: nobody counted them. */
  readonly bypass: number | null;
}

/** What concerns were about, month by month, and the topics that come up at all, in the order of the list. */
export interface TopicTrend {
  readonly topics: readonly Topic[];
  readonly months: readonly TopicMonth[];
}

/**
 * The concerns of a unit by topic and month. Scorecards of older rules counted those that went over a head under a topic
 * of its own; where they have none, it is not known how many there were.
 */
export function topicTrendOf({ months }: Pick<Trend, 'months'>): TopicTrend {
  const lines = months.map(({ month, status, topics: counts, indicators }): TopicMonth => {
    const bypass = findFraction(indicators, 'bypass')?.numerator ?? counts?.VC ?? null;
    const all = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
    return { month, status, counts, all, bypass };
  });
  return { topics: codesOf(topics).filter((topic) => lines.some(({ counts }) => counts?.[topic])), months: lines };
}
