import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flag } from '#shared/judging/judgement.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { type Month, monthsOf, type Period } from '#shared/period.ts';
import { type IndicatorId, indicatorIds, ruleOf } from '#shared/scorecards/indicators.ts';
import { measure } from '#shared/scorecards/measure.ts';
import { mergeMonths } from '#shared/scorecards/merge-months.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { mergeAll, type Tally } from '#shared/scorecards/tally.ts';
import { month } from '#test/shared/samples.ts';

const period = (text: string) => text as Period;

function scorecard(of: Month, tally: Tally, changes: Partial<Scorecard> = {}): Scorecard {
  const regime = requireRegime(of);
  const indicators = measure(tally, { regime, month: of }, {});
  return {
    ...{ unit: 'hiep-hoa', name: `huyện ${of}`, month: of, status: 'official', revision: 1, digest: of },
    ...{ generatedAt: `${of}-28T00:00:00.000Z`, regime: regime.id, indicators, belowNorm: [] },
    children: [{ unit: 'hiep-hoa.thang', name: `thị trấn ${of}`, rank: 1, indicators }],
    groups: [{ group: 1, name: 'Tổ 1', communes: ['hiep-hoa.thang'], indicators }],
    ...changes,
  };
}

const tallies = fc
  .record({
    due: fc.nat(50),
    onTime: fc.nat(50),
    late: fc.nat(50),
    held: fc.nat(50),
    present: fc.nat(2000),
    required: fc.nat(2000),
    scored: fc.nat(50),
    scoreSum: fc.nat(500_000),
    matters: fc.nat(20),
  })
  .map((tally): Tally => tally);
const halfYear = fc.tuple(tallies, tallies, tallies, tallies, tallies, tallies);
const months = monthsOf(period('2021-H1'));
const cardsOf = (list: readonly Tally[]) => list.map((tally, at) => scorecard(months[at] as Month, tally));

describe('a longer period', () => {
  it('adds up the matters that came in and were settled, and has open what its last month has', () => {
    const line = { opened: 3, settled: 2, open: 4, overdue: 1, days: { 7: 1, 15: 1 } };
    const later = { opened: 1, settled: 1, open: 2, overdue: 2, days: { 7: 1 } };
    const counts = (open: number, overdue: number): Tally => ({ mattersOpen: open, mattersOverdue: overdue });
    const cards = [
      scorecard(month('2021-01'), counts(4, 1), { matters: { DD: line, MT: line } }),
      scorecard(month('2021-02'), counts(2, 2), { matters: { DD: later } }),
    ];
    const merged = mergeMonths(period('2021-Q1'), cards.reverse());
    expect(merged?.matters).toEqual({
      DD: { opened: 4, settled: 3, open: 2, overdue: 2, days: { 7: 2, 15: 1 } },
      MT: { opened: 3, settled: 2, open: 0, overdue: 0, days: { 7: 1, 15: 1 } },
    });
    const overdue = { numerator: 2, denominator: 2 };
    for (const figures of [merged?.indicators, merged?.children[0]?.indicators, merged?.groups[0]?.indicators]) {
      expect(figures?.find(({ id }) => id === 'mattersOverdue')).toMatchObject(overdue);
    }
  });

  it('has the figures of its months’ tallies added up, and measured like a month’s', () => {
    fc.assert(
      fc.property(halfYear, (list) => {
        const merged = mergeMonths(period('2021-H1'), cardsOf(list));
        const whole = measure(mergeAll(list), { regime: requireRegime(month('2021-06')), month: month('2021-06') }, {});
        // Asked for in the last month of a quarter only, or as of the last month's end.
        const plain = (id: IndicatorId) => id !== 'thematicQuarter' && ruleOf(id).at !== 'end';
        for (const figures of [merged?.indicators, merged?.children[0]?.indicators, merged?.groups[0]?.indicators]) {
          expect(figures?.filter(({ id }) => plain(id))).toEqual(whole.filter(({ id }) => plain(id)));
        }
      }),
    );
  });

  it('is the same in whatever order its months come, and leaves out months beyond it', () => {
    fc.assert(
      fc.property(halfYear, fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (list, order) => {
        const cards = cardsOf(list);
        const beyond = scorecard(month('2021-07'), list[0]);
        const shuffled = [beyond, ...order.map((at) => cards[at] as Scorecard)];
        expect(mergeMonths(period('2021-H1'), shuffled)).toEqual(mergeMonths(period('2021-H1'), cards));
      }),
    );
  });

  const quarter = (...changes: Partial<Scorecard>[]) =>
    monthsOf(period('2021-Q1')).map((of, at) => scorecard(of, { due: 2, onTime: 1, thematicQuarter: at }, changes[at]));

  it('asks for the quarter’s thematic meeting in the quarter’s last month only', () => {
    const merged = mergeMonths(period('2021-Q1'), quarter());
    expect(merged?.indicators.find(({ id }) => id === 'thematicQuarter')).toMatchObject({
      numerator: 2,
      denominator: 1,
    });
  });

  it('is official when all its months are, and says which they are', () => {
    const all = mergeMonths(period('2021-Q1'), quarter({}, { revision: 3 }));
    expect(all).toMatchObject({ status: 'official', revision: 3, generatedAt: '2021-03-28T00:00:00.000Z' });
    expect(all?.parts?.map(({ month, revision }) => [month, revision])).toEqual([
      ['2021-01', 1],
      ['2021-02', 3],
      ['2021-03', 1],
    ]);
    expect(mergeMonths(period('2021-Q1'), quarter({}, { status: 'live', revision: 0 }))?.status).toBe('live');
    expect(mergeMonths(period('2021-Q1'), quarter().slice(1))).toMatchObject({ status: 'live', revision: 0 });
    expect(mergeMonths(period('2021-Q1'), [])).toBeUndefined();
  });

  it('calls a unit as its newest month does, and keeps one that stands no more', () => {
    const [january, ...others] = quarter() as [Scorecard, ...Scorecard[]];
    const gone = { unit: 'hiep-hoa.duc-thang', name: 'xã Đức Thắng', rank: 2, indicators: january.indicators };
    const merged = mergeMonths(period('2021-Q1'), [{ ...january, children: [...january.children, gone] }, ...others]);
    expect(merged?.name).toBe('huyện 2021-03');
    expect(merged?.children.map(({ name }) => name)).toEqual(['thị trấn 2021-03', 'xã Đức Thắng']);
  });

  it('lists a cell below the norm once, with every reason', () => {
    const below = (...reasons: Flag[]) => ({
      belowNorm: [{ cell: 'a.b.c', name: 'Chi bộ C', commune: 'xã B', reasons }],
    });
    const merged = mergeMonths(period('2021-Q1'), quarter(below('late'), {}, below('missing', 'late')));
    expect(merged?.belowNorm).toEqual([
      { cell: 'a.b.c', name: 'Chi bộ C', commune: 'xã B', reasons: ['missing', 'late'] },
    ]);
  });

  it('is held against no target where its months have different ones', () => {
    const year = monthsOf(period('2025')).map((of) => scorecard(of, { present: 9, required: 10, due: 1, onTime: 1 }));
    const figures = mergeMonths(period('2025'), year)?.indicators ?? [];
    const figure = (id: string) => figures.find((each) => each.id === id);
    expect(figure('attendance')).toMatchObject({ numerator: 108, denominator: 120, target: null, met: null });
    expect(figure('reported')).toMatchObject({ target: { percent: 100 }, met: true });
    expect(figures.map(({ id }) => id)).toEqual(indicatorIds);
  });

  it('stands beside the same period before', () => {
    const before = mergeMonths(period('2020-Q4'), [scorecard(month('2020-12'), { due: 4, onTime: 3 })]);
    const merged = mergeMonths(period('2021-Q1'), quarter(), { previousMonth: before });
    const expected = { numerator: 3, denominator: 4 };
    expect(merged?.indicators.find(({ id }) => id === 'reported')?.previousMonth).toEqual(expected);
    expect(merged?.children[0]?.indicators[0]?.previousMonth).toEqual(expected);
    expect(merged?.indicators[0]?.previousYear).toBeNull();
  });
});
