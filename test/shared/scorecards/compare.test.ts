import { describe, expect, it } from 'vitest';
import { changesBetween, compareWith } from '#shared/scorecards/compare.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';
import { month } from '#test/shared/samples.ts';

const reported = (numerator: number, denominator: number): Indicator => ({
  ...{ id: 'reported', numerator, denominator, value: null, target: null, verdict: null, met: null },
  ...{ previousMonth: null, previousYear: null },
});
const below = (cell: string) => ({ cell, name: cell, commune: 'xã', reasons: ['missing' as const] });
const card = (figures: readonly [number, number, number], cells: readonly string[] = []): Scorecard => ({
  ...{ unit: 'h', name: 'huyện', month: month('2021-02'), status: 'official', revision: 1, generatedAt: '' },
  ...{ digest: '', regime: 'de-an-06', indicators: [reported(figures[0], 10)] },
  children: [
    { unit: 'h.a', name: 'xã A', rank: 1, indicators: [reported(figures[1], 5)] },
    { unit: 'h.b', name: 'xã B', rank: 1, indicators: [reported(figures[2], 5)] },
  ],
  groups: [{ group: 1, name: 'Tổ 1', communes: ['h.a'], indicators: [reported(figures[1], 5)] }],
  belowNorm: cells.map(below),
});

describe('two periods side by side', () => {
  it('have the other one in the place of the month before, for every unit and group', () => {
    const { indicators, children, groups } = compareWith(card([9, 5, 4]), card([7, 3, 4]));
    const before = (figures: readonly Indicator[] = []) => figures[0]?.previousMonth?.numerator;
    expect(before(indicators)).toBe(7);
    expect(children.map((child) => before(child.indicators))).toEqual([3, 4]);
    expect(before(groups[0]?.indicators)).toBe(3);
  });

  it('leave a unit that the other one lacks without', () => {
    const other = { ...card([7, 3, 4]), children: [], groups: [] };
    expect(compareWith(card([9, 5, 4]), other).children[0]?.indicators[0]?.previousMonth).toBeNull();
  });
});

describe('an amendment', () => {
  it('is told by what changed', () => {
    expect(changesBetween(card([8, 4, 4], ['x', 'y']), card([9, 5, 4], ['y', 'z']))).toEqual({
      figures: [
        { id: 'reported', before: { numerator: 8, denominator: 10 }, after: { numerator: 9, denominator: 10 } },
      ],
      children: ['xã A'],
      nowBelow: [below('z')],
      noLongerBelow: [below('x')],
    });
  });

  it('that changed no figure says so', () => {
    const same = { figures: [], children: [], nowBelow: [], noLongerBelow: [] };
    expect(changesBetween(card([8, 4, 4], ['x']), card([8, 4, 4], ['x']))).toEqual(same);
  });
});
