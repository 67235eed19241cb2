import { expect, it } from 'vitest';
import { pastScorecard, withPastLines } from '#shared/scorecards/past-scorecard.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';
import { lineageOf } from '#shared/units/lineage.ts';
import { aUnit, month } from '#test/shared/samples.ts';

const reported = (numerator: number, denominator: number): Indicator => ({
  id: 'reported',
  numerator,
  denominator,
  value: null,
  target: { percent: 100, comparison: '>=' },
  verdict: null,
  met: null,
  previousMonth: null,
  previousYear: null,
});
const card = (unit: string, name: string, figure: Indicator, children: Scorecard['children'] = []) =>
  ({
    unit,
    name,
    month: '2025-06',
    status: 'official',
    revision: 1,
    generatedAt: '2025-07-11T00:00:00.000Z',
    digest: unit,
    regime: 'r',
    indicators: [figure],
    children,
    groups: [],
    belowNorm: [],
  }) as unknown as Scorecard;
const line = (unit: string, figure: Indicator) => ({ unit, name: unit, rank: 1, indicators: [figure] });

const until = { to: month('2025-06') };
const units = [
  aUnit('h'),
  aUnit('h.a', until),
  aUnit('h.b', until),
  aUnit('h.c', until),
  aUnit('h.ab', { from: month('2025-07'), predecessors: ['h.a', 'h.b'] }),
  aUnit('h.c-east', { from: month('2025-07'), predecessors: ['h.c'] }),
  aUnit('h.c-west', { from: month('2025-07'), predecessors: ['h.c'], carriesOn: [] }),
];
const { pastOf } = lineageOf(units);
const of = (scorecard: Pick<Scorecard, 'indicators'> | undefined) => {
  const found = scorecard?.indicators.find(({ id }) => id === 'reported');
  return found && [found.numerator, found.denominator, found.met];
};

it('the past of a merged unit is the sum of those before it, with their names and cells', () => {
  const past = pastScorecard('h.ab', [
    card('h.a', 'xã A', reported(3, 4), [line('h.a.x', reported(1, 1))]),
    card('h.b', 'xã B', reported(2, 2), [line('h.b.y', reported(1, 1))]),
  ]);
  expect([past.unit, past.name, past.status]).toEqual(['h.ab', 'xã A, xã B', 'official']);
  expect(of(past)).toEqual([5, 6, false]);
  expect(past.children.map(({ unit }) => unit)).toEqual(['h.a.x', 'h.b.y']);
});

it('an earlier scorecard has a line for a new unit only where nothing of those before it went elsewhere', () => {
  const children = [line('h.a', reported(3, 4)), line('h.b', reported(2, 2)), line('h.c', reported(1, 1))];
  const later = ['h.ab', 'h.c-east', 'h.c-west', 'h.new'].map((unit) => ({ unit, name: unit }));
  const seen = withPastLines(card('h', 'huyện', reported(6, 7), children), later, pastOf);
  expect(seen.children.slice(3).map((child) => [child.unit, of(child)])).toEqual([['h.ab', [5, 6, false]]]);
  const lacking = withPastLines(card('h', 'huyện', reported(3, 4), children.slice(0, 1)), later, pastOf);
  expect(lacking.children).toHaveLength(1);
});
