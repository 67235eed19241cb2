import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorIds } from '#shared/scorecards/indicators.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import { type Arrangement, parseArrangement, sortAndFilter } from '#shared/scorecards/sort-and-filter.ts';

const figure = (
  id: Indicator['id'],
  numerator: number,
  denominator: number,
  met: boolean | null = null,
): Indicator => ({
  ...{ id, numerator, denominator, met },
  ...{
    value: null,
    target: null,
    verdict: met === null ? null : met ? 'met' : 'missed',
    previousMonth: null,
    previousYear: null,
  },
});
const unit = (name: string, rank: number | null, ...indicators: Indicator[]) => ({ name, rank, indicators });

const units = [
  unit('An', 2, figure('attendance', 17, 20, true), figure('matters', 3, 1)),
  unit('Bình', 1, figure('attendance', 18, 20, true), figure('matters', 0, 1)),
  unit('Châu', null, figure('attendance', 0, 0), figure('matters', 0, 0)),
  unit('Danh', 3, figure('attendance', 169, 200, false), figure('onTime', 1, 2, false), figure('matters', 9, 1)),
];
const names = (arrangement: Partial<Arrangement>) =>
  sortAndFilter(units, { sort: 'rank', order: 'asc', only: 'all', ...arrangement }).map(({ name }) => name);

describe('units are listed', () => {
  it.each([
    [{}, ['Bình', 'An', 'Danh', 'Châu']],
    [{ order: 'desc' }, ['Danh', 'An', 'Bình', 'Châu']],
    [{ sort: 'name' }, ['An', 'Bình', 'Châu', 'Danh']],
    [{ sort: 'name', order: 'desc' }, ['Danh', 'Châu', 'Bình', 'An']],
    [{ sort: 'attendance' }, ['Danh', 'An', 'Bình', 'Châu']],
    [{ sort: 'attendance', order: 'desc' }, ['Bình', 'An', 'Danh', 'Châu']],
    [{ sort: 'matters', order: 'desc' }, ['Danh', 'An', 'Bình', 'Châu']],
    [{ sort: 'onTime' }, ['Danh', 'An', 'Bình', 'Châu']],
  ] as const)('by %j as %j, those with nothing to compare by last', (arrangement, expected) => {
    expect(names(arrangement)).toEqual(expected);
  });

  it('only where a target is missed, if that is asked for', () => {
    expect(names({ only: 'any' })).toEqual(['Danh']);
    expect(names({ only: 'onTime' })).toEqual(['Danh']);
    expect(names({ only: 'reported' })).toEqual([]);
  });

  it('without losing or doubling one, and leaving the list as it was', () => {
    const before = [...units];
    const arrangements = fc.record({
      sort: fc.constantFrom('rank' as const, 'name' as const, ...indicatorIds),
      order: fc.constantFrom('asc' as const, 'desc' as const),
    });
    fc.assert(
      fc.property(arrangements, (by) => {
        expect([...names(by)].sort()).toEqual(units.map(({ name }) => name));
        expect(units).toEqual(before);
      }),
    );
  });
});

describe('an arrangement', () => {
  it('is read from an address', () => {
    expect(parseArrangement({ sort: 'score', order: 'desc', only: 'any' })).toEqual({
      sort: 'score',
      order: 'desc',
      only: 'any',
    });
  });

  it('is as usual where the address says nothing or nonsense', () => {
    const usual = { sort: 'rank', order: 'asc', only: 'all' };
    expect(parseArrangement({})).toEqual(usual);
    expect(parseArrangement({ sort: '__proto__', order: 'up', only: '' })).toEqual(usual);
  });
});
