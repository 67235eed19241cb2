import { expect, it } from 'vitest';
import type { TopicCounts } from '#shared/scorecards/scorecard.ts';
import { topicTrendOf } from '#shared/scorecards/topic-months.ts';
import type { TrendMonth } from '#shared/scorecards/trend.ts';
import { month } from '#test/shared/samples.ts';

/** A month's concerns by topic, and how many went over a head where that was counted. */
function aMonth(of: string, topics: TopicCounts | null, bypass?: number): TrendMonth {
  const parts = { numerator: bypass ?? 0, denominator: 9, value: null, target: null, met: null };
  return {
    ...{ month: month(of), status: topics && 'official', topics },
    indicators: bypass === undefined ? [] : [{ id: 'bypass', ...parts } as never],
  };
}

it('tells concerns by topic and month, and those that went over a head whatever their topic', () => {
  const { topics, months } = topicTrendOf({
    months: [
      aMonth('2020-11', null),
      // By older rules: there was a topic for it, and where that is missing it is not known.
      aMonth('2020-12', { VC: 6, MT: 1 }),
      aMonth('2021-01', { MT: 1 }),
      aMonth('2021-02', { DD: 3, VC: 1 }, 4),
      aMonth('2021-03', {}, 0),
    ],
  });
  // In the order of the list, and none that never comes up.
  expect(topics).toEqual(['DD', 'MT', 'VC']);
  expect(months.map(({ all, bypass }) => [all, bypass])).toEqual([
    [null, null],
    [7, 6],
    [1, null],
    [4, 4],
    [0, 0],
  ]);
});

it('has no topics where nothing was raised', () => {
  expect(topicTrendOf({ months: [aMonth('2021-03', {}, 0)] }).topics).toEqual([]);
});
