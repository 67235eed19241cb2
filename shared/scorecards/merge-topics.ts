import type { Topic } from '#shared/reports/topics.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';

/** Adds up the matters of several months or units by topic. */
export function mergeTopics(parts: readonly Pick<Scorecard, 'topics'>[]): Pick<Scorecard, 'topics'> {
  const sum: Partial<Record<Topic, number>> = {};
  for (const [topic, count] of parts.flatMap(({ topics = {} }) => Object.entries(topics) as [Topic, number][])) {
    sum[topic] = (sum[topic] ?? 0) + count;
  }
  return Object.keys(sum).length > 0 ? { topics: sum } : {};
}
