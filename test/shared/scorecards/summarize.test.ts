import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator, ScorecardChild } from '#shared/scorecards/scorecard.ts';
import { summarize } from '#shared/scorecards/summarize.ts';
import { needWords } from '#shared/scorecards/texts/summary.ts';
import { month } from '#test/shared/samples.ts';

const judged = { month: month('2026-10'), regime: 'hd-42' };

const figure = (id: Indicator['id'], parts: [number, number], changes: Partial<Indicator> = {}): Indicator => ({
  ...{ id, numerator: parts[0], denominator: parts[1], value: null, target: null, verdict: null, met: null },
  ...{ previousMonth: null, previousYear: null },
  ...changes,
});

it('says what is met, better, worse and overdue', () => {
  const indicators = [
    figure('reported', [8, 10], { met: false, previousMonth: { numerator: 9, denominator: 10 } }),
    figure('attendance', [170, 200], { met: true, previousMonth: { numerator: 84, denominator: 100 } }),
    figure('resolution', [1, 2], { met: false, previousMonth: { numerator: 2, denominator: 4 } }),
    figure('thematicQuarter', [1, 2], { previousMonth: { numerator: 0, denominator: 2 } }),
    figure('tasksOverdue', [3, 40]),
    figure('duration', [3, 4], { verdict: 'open' }),
  ];
  expect(summarize({ ...judged, indicators, children: [] })).toEqual({
    met: 1,
    judged: 3,
    open: 1,
    better: ['attendance'],
    worse: ['reported'],
    overdue: 3,
    followedUp: 40,
    needHelp: [],
    alike: 0,
  });
});

/** A commune of whose ten cells some are without a report after the deadline, and that missed so many targets. */
const commune = (name: string, silent: number, missed: number, present = 90, notDue = 0): ScorecardChild => ({
  ...{ unit: name, name, rank: null },
  indicators: [
    figure('notDue', [notDue, 10]),
    figure('missing', [silent, 10]),
    figure('attendance', [present, silent === 10 ? 0 : 100]),
    ...(['resolution', 'duration', 'preparation'] as const).map((id, at) =>
      figure(id, [0, 1], at < missed ? { met: false, verdict: 'missed' } : { met: true, verdict: 'met' }),
    ),
  ],
});
const helped = (children: readonly ScorecardChild[], indicators: readonly Indicator[] = []) => {
  const { needHelp, alike } = summarize({ ...judged, indicators, children });
  return [needHelp.map(({ child }) => child.name), alike];
};

describe('who needs help', () => {
  it('is told by need: silence, targets missed, reports that lack, attendance', () => {
    const children = [
      commune('good', 0, 0),
      commune('one', 0, 1),
      commune('silent', 10, 0, 0),
      commune('badly attended', 0, 1, 60),
      commune('two', 0, 2),
      commune('lacks reports', 3, 1),
    ];
    expect(helped(children)).toEqual([['silent', 'two', 'lacks reports', 'badly attended', 'one'], 0]);
  });

  it('is told by how far the targets were missed, and not by how many alone', () => {
    const missing = (name: string, ...present: readonly number[]): ScorecardChild => ({
      ...{ unit: name, name, rank: null },
      indicators: (['resolution', 'duration', 'preparation'] as const).map((id, at) => {
        const verdict = (present[at] ?? 20) < 20 ? 'missed' : 'met';
        const target = { comparison: '>=', percent: 100 } as const;
        return figure(id, [present[at] ?? 20, 20], { target, verdict, met: verdict === 'met' });
      }),
    });
    // Two near misses weigh less than one target that is far.
    const children = [missing('two near', 19, 18), missing('far and near', 5, 19), missing('far', 5)];
    expect(helped(children)).toEqual([['far and near', 'far', 'two near'], 0]);
  });

  it('is not who lacks nothing, however few are named', () => {
    expect(helped([commune('good', 0, 0, 10), commune('one', 0, 1), commune('lacks a report', 1, 0)])).toEqual([
      ['one', 'lacks a report'],
      0,
    ]);
    expect(helped([commune('good', 0, 0, 10)])).toEqual([[], 0]);
  });

  it('has reasons', () => {
    const [need] = summarize({ ...judged, indicators: [], children: [commune('a', 3, 2)] }).needHelp;
    expect(need).toMatchObject({ missing: { numerator: 3, denominator: 10 }, missed: ['resolution', 'duration'] });
    expect(need && needWords(need, 'vi')).toBe(
      '3/10 chi bộ quá hạn không có báo cáo; chưa đạt 2 chỉ tiêu: có nghị quyết hoặc kết luận, đủ thời lượng',
    );
  });

  it('names units in equal need all or none: their names are no order', () => {
    const alike = Array.from({ length: 6 }, (_, at) => commune(`alike ${at}`, 0, 1));
    expect(helped([...alike, commune('worst', 0, 2)])).toEqual([['worst'], 6]);
    expect(helped(alike)).toEqual([[], 6]);
    expect(helped(alike.slice(1))).toEqual([alike.slice(1).map(({ name }) => name), 0]);
  });

  it('is five units at most, and of the next ones nothing is said', () => {
    const five = [60, 61, 62, 63, 64].map((present) => commune(`${present}`, 0, 1, present));
    const next = ['a', 'b'].map((name) => commune(name, 0, 1, 80));
    expect(helped([...next, ...five])).toEqual([['60', '61', '62', '63', '64'], 0]);
    expect(helped([...next, ...five.slice(1)])).toEqual([['61', '62', '63', '64'], 2]);
    expect(helped([...next, ...five.slice(2)])).toEqual([['62', '63', '64', 'a', 'b'], 0]);
  });

  it('is not told by a rate of nobody: without a base, attendance comes last, and no cells are not silent', () => {
    const without = (id: Indicator['id'], child: ScorecardChild): ScorecardChild => ({
      ...child,
      indicators: child.indicators.map((each) => (each.id === id ? figure(id, [0, 0]) : each)),
    });
    const nobody = without('attendance', commune('nobody', 0, 1));
    expect(helped([nobody, commune('all', 0, 1, 100)])).toEqual([['all', 'nobody'], 0]);
    expect(helped([without('missing', commune('no cells', 0, 1)), commune('two', 0, 2)])).toEqual([
      ['two', 'no cells'],
      0,
    ]);
  });

  it('is the same in whatever order the units come', () => {
    const communes = fc
      .tuple(fc.constantFrom(0, 3, 10), fc.nat(3), fc.integer({ min: 80, max: 83 }))
      .map(([silent, missed, present]) => commune(`${silent} ${missed} ${present}`, silent, missed, present));
    fc.assert(
      fc.property(fc.array(communes, { maxLength: 12 }), (children) => {
        const named = (list: readonly ScorecardChild[]) => {
          const [names, alike] = helped(list) as [string[], number];
          return [[...names].sort(), alike];
        };
        expect(named([...children].reverse())).toEqual(named(children));
      }),
    );
  });

  it('is told by nobody while reports are not due: who has reported most would look worst', () => {
    const children = [commune('diligent', 0, 3, 60, 0), commune('silent', 0, 0, 0, 10)];
    expect(helped(children, [figure('notDue', [10, 20])])).toEqual([[], 0]);
  });
});
