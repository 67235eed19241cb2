import { topicTrendOf } from '#shared/scorecards/topic-months.ts';
import type { Trend } from '#shared/scorecards/trend.ts';

/** A unit's months as JSON in few bytes: each figure by its numerator and denominator, concerns by topic. */
export function toTrendJson(trend: Trend): string {
  const { unit, name, from, to, months } = trend;
  const byTopic = topicTrendOf(trend).months;
  const lines = months.map(({ month, status, indicators }, at) => ({
    month,
    status,
    figures: Object.fromEntries(indicators.map(({ id, numerator, denominator }) => [id, [numerator, denominator]])),
    topics:
      byTopic[at]?.counts &&
      Object.fromEntries(Object.entries(byTopic[at].counts).sort(([a], [b]) => (a < b ? -1 : 1))),
    bypass: byTopic[at]?.bypass ?? null,
  }));
  return `${JSON.stringify({ unit, name, from, to, months: lines })}\n`;
}
