import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireRegime } from '#shared/norms/regimes.ts';
import { type IndicatorId, indicatorIds } from '#shared/scorecards/indicators.ts';
import { measure } from '#shared/scorecards/measure.ts';
import type { Tally } from '#shared/scorecards/tally.ts';
import { month } from '#test/shared/samples.ts';

const by = { regime: requireRegime(month('2021-02')), month: month('2021-02') };

function figure(id: IndicatorId, tally: Tally, earlier: Parameters<typeof measure>[2] = {}) {
  const found = measure(tally, by, earlier).find((indicator) => indicator.id === id);
  if (!found) throw new Error(`There is no figure ${id}`);
  return found;
}

it('every figure is there, in its order, whatever was counted', () => {
  expect(measure({}, by, {}).map(({ id }) => id)).toEqual(indicatorIds);
});

describe('a rate', () => {
  it('stands with its parts', () => {
    expect(figure('attendance', { present: 28, required: 33 })).toMatchObject({
      numerator: 28,
      denominator: 33,
      value: 84.8,
      target: { comparison: '>=', percent: 85 },
      met: false,
    });
  });

  it.each([
    [17, 20, 85, true],
    [1699, 2000, 84.95, false], // with the decimal that decides, not as 85
    [16999, 20000, 84.995, false],
    [1698, 2000, 84.9, false],
    [1701, 2000, 85.1, true],
    [1999, 2000, 100, true],
  ])('%i of %i is shown as %d; met: %s, by the counts', (present, required, value, met) => {
    expect(figure('attendance', { present, required })).toMatchObject({ value, met });
  });

  it('of 100% is missed by a single cell, and does not read 100', () => {
    expect(figure('met', { onTime: 2000, held: 1999 })).toMatchObject({ value: 99.95, met: false });
  });

  it('without a base has no value, and is neither met nor missed', () => {
    expect(figure('attendance', { due: 3 })).toMatchObject({ numerator: 0, denominator: 0, value: null, met: null });
  });

  it('without a target is neither met nor missed', () => {
    expect(figure('thematic', { onTime: 2, thematic: 1 })).toMatchObject({ value: 50, target: null, met: null });
  });
});

it('thematic meetings of the quarter have a target in its last month alone', () => {
  const inMonth = (of: string) =>
    measure({ onTime: 2, thematicQuarter: 1 }, { ...by, month: month(of) }, {}).find(
      ({ id }) => id === 'thematicQuarter',
    );
  expect(inMonth('2021-02')).toMatchObject({ value: 50, target: null, met: null });
  expect(inMonth('2021-03')).toMatchObject({ value: 50, target: { comparison: '>=', percent: 100 }, met: false });
});

describe('a cell that has not reported', () => {
  it('is due, and drags no rate down', () => {
    const reported: Tally = { due: 1, onTime: 1, held: 1, present: 17, required: 20, scored: 1, scoreSum: 9000 };
    const withMissing = { ...reported, due: 3 };
    const changed = indicatorIds.filter(
      (id) => figure(id, reported).denominator !== figure(id, withMissing).denominator,
    );
    expect(changed).toEqual(['reported', 'onTime', 'late', 'notDue', 'missing', 'mattersOpened', 'mattersSettled']);
    expect(figure('score', withMissing).value).toBe(90);
    expect(figure('reported', withMissing)).toMatchObject({ numerator: 1, denominator: 3, value: 33.3, met: false });
  });
});

describe('the mean score', () => {
  it('is of the scored cells, with one decimal', () => {
    expect(figure('score', { scored: 3, scoreSum: 9000 + 8000 + 7050 })).toMatchObject({
      numerator: 24050,
      denominator: 300,
      value: 80.2,
    });
  });

  it('is rounded half up, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 999 }), (scored, tenths) => {
        // A mean of exactly so many tenths and a half: the sum in hundredths is 10 * tenths + 5 a cell.
        const scoreSum = scored * (tenths * 10 + 5);
        expect(figure('score', { scored, scoreSum }).value).toBe((tenths + 1) / 10);
        expect(figure('score', { scored, scoreSum: scoreSum - 1 }).value).toBe(tenths / 10);
      }),
    );
  });
});

it('a count is its own value', () => {
  expect(figure('matters', { onTime: 4, matters: 9 })).toMatchObject({ numerator: 9, value: 9, met: null });
});

describe('earlier months', () => {
  it('stand beside a figure by their parts', () => {
    const previousMonth = measure({ present: 8, required: 10 }, by, {});
    const now = figure('attendance', { present: 9, required: 10 }, { previousMonth });
    expect(now).toMatchObject({ previousMonth: { numerator: 8, denominator: 10 }, previousYear: null });
  });
});

describe('a month that is open', () => {
  const open = (id: IndicatorId, tally: Tally) =>
    measure(tally, { ...by, status: 'live' }, {}).find((indicator) => indicator.id === id);

  it.each<[IndicatorId, Tally, object]>([
    ['reported', { due: 4, onTime: 3, notDue: 1 }, { settled: { numerator: 3, denominator: 3 }, cells: 1 }],
    // A report that was returned, and a meeting that may become longer, are not settled.
    [
      'duration',
      { held: 4, longEnough: 2, notDue: 1, returned: 1, 'returned:held': 1, 'returned:longEnough': 1, lengthenable: 1 },
      { settled: { numerator: 1, denominator: 2 }, cells: 3 },
    ],
    // How many members a cell will add is not known.
    [
      'attendance',
      { present: 9, required: 10, notDue: 2 },
      { settled: { numerator: 9, denominator: 10 }, cells: null },
    ],
  ])('tells of %s what is settled, and how many cells may still change it', (id, tally, pending) => {
    expect(open(id, tally)?.pending).toEqual(pending);
  });

  it('has nothing pending where all has come, nor where nothing is asked for', () => {
    expect(open('reported', { due: 3, onTime: 3 })).not.toHaveProperty('pending');
    expect(open('thematicQuarter', { due: 3, onTime: 2, notDue: 1 })).not.toHaveProperty('pending');
  });

  it('reads a share of which nothing has come as none, and not as 0%', () => {
    const nothing: Tally = { due: 4, notDue: 4 };
    expect(open('reported', nothing)?.value).toBeNull();
    expect(figure('reported', nothing).value).toBe(0);
    expect(open('reported', { due: 4, onTime: 3, notDue: 1 })?.value).toBe(75);
  });

  it('reads counts and means as ever', () => {
    expect(open('matters', { onTime: 4 })?.value).toBe(0);
    expect(open('score', { scored: 1, scoreSum: 0 })?.value).toBe(0);
    expect(open('score', { scored: 1, scoreSum: 9000 })?.value).toBe(90);
  });
});
