import { expect, it } from 'vitest';
import { placeIn } from '#shared/scorecards/place.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';
import { month } from '#test/shared/samples.ts';

const reported: Indicator = {
  ...{ id: 'reported', numerator: 7, denominator: 9, value: 77.8, target: null, verdict: null, met: null },
  ...{ previousMonth: null, previousYear: null },
};
const district: Scorecard = {
  ...{ unit: 'h', name: 'huyện', month: month('2021-02'), status: 'official', revision: 3, generatedAt: '' },
  ...{ digest: '', regime: 'de-an-06', indicators: [reported], groups: [], belowNorm: [] },
  children: [
    { unit: 'h.a', name: 'xã A', rank: 2, indicators: [] },
    { unit: 'h.b', name: 'xã B', rank: null, indicators: [] },
    { unit: 'h.c', name: 'xã C', rank: 1, indicators: [] },
  ],
};

it('a unit is told its rank, of how many, and the sums of all, and no line of another unit', () => {
  const sums = { unit: 'h', name: 'huyện', status: 'official', revision: 3, ranked: 2, indicators: [reported] };
  expect(placeIn(district, 'h.a')).toEqual({ ...sums, rank: 2 });
  expect(placeIn(district, 'h.c')).toEqual({ ...sums, rank: 1 });
  expect(placeIn(district, 'h.b')).toEqual({ ...sums, rank: null });
});

it('a unit that the one above does not count has no place in it', () => {
  expect(placeIn(district, 'h.d')).toBeUndefined();
});
