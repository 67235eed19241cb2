import { expect, it } from 'vitest';
import type { Indicator, ScorecardChild } from '#shared/scorecards/scorecard.ts';
import { summarize } from '#shared/scorecards/summarize.ts';

const figure = (id: Indicator['id'], parts: [number, number], changes: Partial<Indicator> = {}): Indicator => ({
  ...{ id, numerator: parts[0], denominator: parts[1], value: null, target: null, verdict: null, met: null },
  ...{ previousMonth: null, previousYear: null },
  ...changes,
});
const child = (name: string, rank: number | null, ...met: (boolean | null)[]): ScorecardChild => ({
  ...{ unit: name, name, rank },
  indicators: met.map((each) => figure('met', [0, 1], { met: each })),
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
  expect(summarize({ indicators, children: [] })).toEqual({
    met: 1,
    judged: 3,
    open: 1,
    better: ['attendance'],
    worse: ['reported'],
    overdue: 3,
    followedUp: 40,
    needHelp: [],
  });
});

it('points to those that miss the most, the silent ones before all, and to five at most', () => {
  const children = [
    child('good', 1, true, null),
    child('one', 2, false),
    child('two', 3, false, false),
    child('silent', null, false),
    child('also one', 4, false),
    child('three', 5, false, false, false),
    child('one more', 6, false),
  ];
  const { needHelp } = summarize({ indicators: [], children });
  expect(needHelp.map(({ child, missed }) => [child.name, missed])).toEqual([
    ['silent', 1],
    ['three', 3],
    ['two', 2],
    ['one', 1],
    ['also one', 1],
  ]);
});
