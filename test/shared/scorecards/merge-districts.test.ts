import { describe, expect, it } from 'vitest';
import { indicatorIds } from '#shared/scorecards/indicators.ts';
import { mergeDistricts } from '#shared/scorecards/merge-districts.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { randomDistrict } from '#test/functions/scorecards/random-district.ts';
import { month } from '#test/shared/samples.ts';

const province = { unit: 'bac-giang', name: 'tỉnh Bắc Giang' };
const threeDistricts = () =>
  ['hiep-hoa', 'tan-yen', 'viet-yen'].map((unit, at) => ({
    ...randomDistrict(unit, 2 + at, 10 + 7 * at).scorecard,
    unit,
  })) as [Scorecard, Scorecard, Scorecard];

describe('a province', () => {
  it('has the sum of its districts, figure by figure, and their cells below the norm', () => {
    const districts = threeDistricts();
    const merged = mergeDistricts(province, districts);
    for (const id of indicatorIds) {
      const parts = districts.map(({ indicators }) => indicators.find((each) => each.id === id));
      const sum = (part: 'numerator' | 'denominator') => parts.reduce((total, each) => total + (each?.[part] ?? 0), 0);
      const figure = merged.indicators.find((each) => each.id === id);
      expect([figure?.numerator, figure?.denominator], id).toEqual([sum('numerator'), sum('denominator')]);
    }
    expect(merged.belowNorm).toHaveLength(districts.reduce((sum, { belowNorm }) => sum + belowNorm.length, 0));
  });

  it('ranks its districts and has their own figures beside each other', () => {
    const districts = threeDistricts();
    const merged = mergeDistricts(province, districts);
    expect(merged.children.map(({ unit, indicators }) => [unit, indicators])).toEqual(
      districts.map(({ unit, indicators }) => [unit, indicators]),
    );
    expect(merged.children.map(({ rank }) => rank).sort()).toEqual([1, 2, 3]);
  });

  it('is the same whichever districts are merged first', () => {
    const districts = threeDistricts();
    const figures = (list: readonly Scorecard[]) => mergeDistricts(province, list).indicators;
    expect(figures([...districts].reverse())).toEqual(figures(districts));
  });

  it('is official when every district is', () => {
    const [first, second] = threeDistricts();
    expect(mergeDistricts(province, [first, second]).status).toBe('official');
    expect(mergeDistricts(province, [first, { ...second, status: 'live', revision: 0 }]).status).toBe('live');
  });

  it('is of one period, and of a district at least', () => {
    const [first, second] = threeDistricts();
    expect(() => mergeDistricts(province, [])).toThrow(RangeError);
    expect(() => mergeDistricts(province, [first, { ...second, month: month('2021-04') }])).toThrow(RangeError);
  });
});
