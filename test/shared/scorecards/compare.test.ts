import { describe, expect, it } from 'vitest';
import { changesBetween, compareWith, sameMonths } from '#shared/scorecards/compare.ts';
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

/** A longer period of months so far closed or not. */
function withParts(...statuses: readonly Scorecard['status'][]): Scorecard {
  const parts = statuses.map((status, at) => ({ month: month(`2021-0${at + 1}`), status, revision: 1, digest: '' }));
  return { ...card([9, 5, 4]), ...{ status: 'live', month: '2021-Q1' as Scorecard['month'], parts } };
}

describe('two periods side by side', () => {
  it('have the other one in the place of the month before, for every unit and group', () => {
    const { indicators, children, groups } = compareWith(card([9, 5, 4]), card([7, 3, 4]));
    const before = (figures: readonly Indicator[] = []) => figures[0]?.previousMonth?.numerator;
    expect(before(indicators)).toBe(7);
    expect(children.map((child) => before(child.indicators))).toEqual([3, 4]);
    expect(before(groups[0]?.indicators)).toBe(3);
  });

  it('compare each group with itself, in whatever order they stand', () => {
    const withGroups = (...groups: readonly [number, number][]): Scorecard => ({
      ...card([9, 5, 4]),
      groups: groups.map(([group, numerator]) => ({
        ...{ group, name: `Tổ ${group}`, communes: [], indicators: [reported(numerator, 5)] },
      })),
    });
    const { groups } = compareWith(withGroups([1, 5], [2, 4], [3, 3]), withGroups([2, 2], [1, 1]));
    const before = groups.map(({ indicators }) => indicators[0]?.previousMonth?.numerator);
    expect(before).toEqual([1, 2, undefined]);
  });

  it('leave a unit that the other one lacks without', () => {
    const other = { ...card([7, 3, 4]), children: [], groups: [] };
    expect(compareWith(card([9, 5, 4]), other).children[0]?.indicators[0]?.previousMonth).toBeNull();
  });
});

describe('a month that is open', () => {
  const open = (scorecard: Scorecard): Scorecard => ({ ...scorecard, status: 'live', revision: 0 });
  it.each([
    ['it is', open(card([2, 1, 1])), card([7, 3, 4])],
    ['the other is', card([7, 3, 4]), open(card([2, 1, 1]))],
    ['a month of the other is', card([7, 3, 4]), withParts('official', 'live')],
  ])('is not compared: %s', (_, one, other) => {
    const { indicators, children, groups } = compareWith(one, other);
    const figures = [indicators, ...[...children, ...groups].map((each) => each.indicators)].flat();
    expect(figures.every(({ previousMonth }) => previousMonth === null)).toBe(true);
  });
});

it.each([
  ['2026-10', '2026-09', null],
  ['2026-10', '2026-07', 7],
  ['2026-11', '2026-08', 7],
  ['2026-Q4', '2026-Q3', 7],
  ['2026-Q4', '2026-08', null],
])('the quarter so far, of %s beside %s, is compared where it is of as many months: %s', (one, other, expected) => {
  const themes = (numerator: number): Indicator => ({ ...reported(numerator, 10), id: 'themesHeld' });
  const of = (name: string, numerator: number): Scorecard => ({
    ...card([9, 5, 4]),
    ...{ month: name as Scorecard['month'], indicators: [themes(numerator), reported(numerator, 10)] },
  });
  const [first, second] = compareWith(of(one, 5), of(other, 7)).indicators;
  expect(first?.previousMonth?.numerator ?? null).toBe(expected);
  expect(second?.previousMonth?.numerator).toBe(7);
});

describe('a quarter that is not over', () => {
  const of = (name: string, status: Scorecard['status'] = 'official'): Scorecard => ({
    ...card([9, 5, 4]),
    ...{ month: month(name), status },
  });
  const [now, before] = ['2026-Q4', '2026-Q3'] as Scorecard['month'][] as [Scorecard['month'], Scorecard['month']];
  const last = [of('2026-07'), of('2026-08'), of('2026-09')];
  const parts = (own: readonly Scorecard[], earlier: readonly Scorecard[]) =>
    sameMonths(now, own, before, earlier)?.parts?.map((part) => part.month);

  it('stands beside as many months of the quarter before', () => {
    expect(parts([of('2026-10')], last)).toEqual(['2026-07']);
    expect(parts([of('2026-10'), of('2026-11')], last)).toEqual(['2026-07', '2026-08']);
    expect(parts([of('2026-10'), of('2026-11'), of('2026-12')], last)).toEqual(['2026-07', '2026-08', '2026-09']);
  });

  it('is compared with nothing while one of its months is open, or where the other lacks one', () => {
    expect(parts([of('2026-10'), of('2026-11', 'live')], last)).toBeUndefined();
    expect(parts([of('2026-10'), of('2026-11')], last.slice(0, 1))).toBeUndefined();
    expect(parts([of('2026-10')], [of('2026-07', 'live')])).toBeUndefined();
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

  it('names each unit below by its own figures, and one that is new', () => {
    const [earlier, later] = [card([8, 4, 3]), card([8, 4, 3])];
    const [a, b] = later.children as [Scorecard['children'][number], Scorecard['children'][number]];
    const fewer = { ...b, indicators: [reported(3, 4)] };
    const added = { ...b, unit: 'h.c', name: 'xã C' };
    expect(changesBetween(earlier, { ...later, children: [b, a] }).children).toEqual([]);
    // Of the same cells that reported, one is due no longer.
    expect(changesBetween(earlier, { ...later, children: [a, fewer, added] }).children).toEqual(['xã B', 'xã C']);
  });

  it('that changed no figure says so', () => {
    const same = { figures: [], children: [], nowBelow: [], noLongerBelow: [] };
    expect(changesBetween(card([8, 4, 4], ['x']), card([8, 4, 4], ['x']))).toEqual(same);
  });
});
