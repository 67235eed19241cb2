import { describe, expect, it } from 'vitest';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';
import { trendOf } from '#shared/scorecards/trend.ts';
import { month } from '#test/shared/samples.ts';

const reported = (numerator: number, denominator: number): Indicator => ({
  ...{ id: 'reported', numerator, denominator, value: null, target: null, verdict: null, met: null },
  ...{ previousMonth: null, previousYear: null },
});
const scorecard = (of: string, children: Readonly<Record<string, [number, number]>>, name = 'huyện Hiệp Hòa') =>
  ({
    ...{ unit: 'hiep-hoa', name, month: month(of), status: 'official', revision: 1, generatedAt: '', digest: '' },
    ...{ regime: 'de-an-06', indicators: [reported(1, 2)], groups: [], belowNorm: [] },
    children: Object.entries(children).map(([unit, [numerator, denominator]]) => ({
      ...{ unit, name: `${unit} ${of}`, rank: 1 },
      indicators: [reported(numerator, denominator)],
    })),
  }) as Scorecard;

const span = { from: month('2020-12'), to: month('2021-02') };

describe('a trend', () => {
  it('keeps the place of a month without a scorecard: missing is not zero', () => {
    const { months } = trendOf(span, [scorecard('2020-12', {}), scorecard('2021-02', {})]);
    expect(months.map(({ month, status, indicators }) => [month, status, indicators.length])).toEqual([
      ['2020-12', 'official', 1],
      ['2021-01', null, 0],
      ['2021-02', 'official', 1],
    ]);
  });

  it('maps who reported when, each unit under its newest name, those that stand no more at the end', () => {
    const { completeness } = trendOf(span, [
      scorecard('2020-12', { old: [1, 1], a: [0, 2] }),
      scorecard('2021-02', { a: [2, 2], b: [1, 3] }),
    ]);
    expect(completeness).toEqual([
      {
        unit: 'a',
        name: 'a 2021-02',
        reported: [{ numerator: 0, denominator: 2 }, null, { numerator: 2, denominator: 2 }],
      },
      { unit: 'b', name: 'b 2021-02', reported: [null, null, { numerator: 1, denominator: 3 }] },
      { unit: 'old', name: 'old 2020-12', reported: [{ numerator: 1, denominator: 1 }, null, null] },
    ]);
  });

  it('needs a scorecard', () => {
    expect(() => trendOf(span, [])).toThrow(RangeError);
    const named = trendOf(span, [], [], { unit: 'h' as never, name: 'huyện H' });
    expect([named.name, named.months.map(({ status }) => status)]).toEqual(['huyện H', named.months.map(() => null)]);
  });
});
