import { describe, expect, it } from 'vitest';
import { gradeYear, type MonthOfYear, quartersOf } from '#shared/judging/cell-year.ts';
import { type Grade, type Regime, requireRegime } from '#shared/norms/regimes.ts';
import { addMonths } from '#shared/period.ts';
import { month } from '#test/shared/samples.ts';

const rated: Regime = { ...requireRegime(month('2026-02')), year: 'phu-tho' };

/** A year of months from January on, each with the grade of its regular meeting; `undefined`: none was held. */
const year = (grades: readonly (Grade | undefined)[], regime = rated): MonthOfYear[] =>
  grades.map((grade, at) => ({
    month: addMonths(month('2026-01'), at),
    regime,
    thematics: 0,
    ...(grade && { grade }),
  }));
const times = (count: number, grade: Grade | undefined) => Array.from({ length: count }, () => grade);

describe('a year of regular meetings', () => {
  it.each<[string, (Grade | undefined)[], Grade | undefined]>([
    ['12 of which 7 are Tốt and none is below Khá is Tốt', [...times(7, 'good'), ...times(5, 'fair')], 'good'],
    ['12 of which only 6 are Tốt is Khá', [...times(6, 'good'), ...times(6, 'fair')], 'fair'],
    ['12 of which 11 are Tốt and one is Trung bình is Khá', [...times(11, 'good'), 'average'], 'fair'],
    ['12 of which one is Kém has no grade', [...times(11, 'good'), 'poor'], undefined],
    [
      '11 of 12, of which 7 are Tốt, has no grade: 100% is of the meetings that were due',
      [...times(7, 'good'), ...times(4, 'fair'), undefined],
      undefined,
    ],
  ])('%s', (_, grades, grade) => {
    expect(gradeYear(year(grades)).grade).toBe(grade);
  });

  it('says how many were held, of how many, and how many were Tốt', () => {
    expect(gradeYear(year([...times(7, 'good'), ...times(4, 'fair'), undefined]))).toEqual({
      held: 11,
      due: 12,
      good: 7,
    });
  });

  it('has no grade where the regime has no such rule', () => {
    expect(gradeYear(year(times(12, 'good'), requireRegime(month('2026-02'))))).toEqual({
      held: 12,
      due: 12,
      good: 12,
    });
  });

  it('is graded by the rule of its last month, in whatever order the months come', () => {
    const without = requireRegime(month('2026-02'));
    const begun = [...year(times(11, 'good'), without), ...year(times(12, 'good')).slice(11)];
    const ended = [...year(times(11, 'good')), ...year(times(12, 'good'), without).slice(11)];
    for (const order of [[...begun], begun.toReversed(), [...begun.slice(6), ...begun.slice(0, 6)]]) {
      expect(gradeYear(order).grade).toBe('good');
    }
    for (const order of [[...ended], ended.toReversed(), [...ended.slice(6), ...ended.slice(0, 6)]]) {
      expect(gradeYear(order)).toEqual({ held: 12, due: 12, good: 12 });
    }
  });

  it('without any month is nothing', () => {
    expect(gradeYear([])).toEqual({ held: 0, due: 0, good: 0 });
  });
});

describe('a quarter', () => {
  const thematics = (counts: readonly number[]) =>
    year(times(counts.length, 'good')).map((each, at) => ({ ...each, thematics: counts[at] ?? 0 }));

  it('asks for one thematic meeting, in whichever of its months', () => {
    expect(quartersOf(thematics([0, 0, 1, 0, 0, 0, 2]).reverse())).toEqual([
      { quarter: '2026-Q1', thematics: 1, required: 1, met: true },
      { quarter: '2026-Q2', thematics: 0, required: 1, met: false },
      { quarter: '2026-Q3', thematics: 2, required: 1, met: true },
    ]);
  });

  it('asks for as many as the regime of its last month, in whatever order the months come', () => {
    const [january, february, march] = thematics([1, 0, 0]) as [MonthOfYear, MonthOfYear, MonthOfYear];
    const two = { ...rated, thematicsAQuarter: 2 };
    const risen = [january, february, { ...march, regime: two }];
    const fallen = [{ ...january, regime: two }, { ...february, regime: two }, march];
    for (const order of [(all: MonthOfYear[]) => all, (all: MonthOfYear[]) => all.toReversed()]) {
      expect(quartersOf(order(risen))).toEqual([{ quarter: '2026-Q1', thematics: 1, required: 2, met: false }]);
      expect(quartersOf(order(fallen))).toEqual([{ quarter: '2026-Q1', thematics: 1, required: 1, met: true }]);
    }
  });
});
