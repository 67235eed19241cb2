import { expect, it } from 'vitest';
import type { Day, Month } from '#shared/period.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';
import { compareCells, monthsBeside } from '#shared/trainings/with-without.ts';

const day = '2026-05-14' as Day;
const trained = ['a', 'b', 'c', 'd', 'e'].map((name) => `bac.xa.${name}`);
const others = ['v', 'w', 'x', 'y', 'z'].map((name) => `bac.xa.${name}`);
const cells = { with: new Set(trained), without: new Set(others) };

type Score = (cell: string) => number;

function scored(
  month: string,
  score: Score,
  status: Scorecard['status'] = 'official',
  units = [...trained, ...others],
) {
  const children = units.map((unit) => ({
    ...{ unit, name: unit, rank: null },
    indicators: [{ id: 'score', numerator: score(unit) * 100, denominator: 100 }] as unknown as Indicator[],
  }));
  return { month: month as Month, status, children };
}

const isTrained = (cell: string) => trained.includes(cell);

it('takes three months on either side, across a year, and never the month of the course', () => {
  expect(monthsBeside('2026-02-28' as Day)).toEqual({
    before: ['2025-11', '2025-12', '2026-01'],
    after: ['2026-03', '2026-04', '2026-05'],
  });
});

it('tells the mean of the cells, each counting once, with how many they are', () => {
  const compared = compareCells(
    [
      scored('2026-03', () => 70),
      scored('2026-04', () => 80),
      scored('2026-05', () => 0),
      scored('2026-06', (cell) => (isTrained(cell) ? 90 : 76)),
    ],
    day,
    cells,
  );
  expect(compared.before).toEqual(['2026-03', '2026-04']);
  expect(compared.after).toEqual(['2026-06']);
  expect(compared.figures.score).toEqual({
    with: { n: 5, before: 75, after: 90 },
    without: { n: 5, before: 75, after: 76 },
  });
});

it('counts only cells that have the figure on both sides', () => {
  const early = scored('2026-04', (cell) => (cell.endsWith('.a') ? 0 : 60));
  const late = scored('2026-06', () => 80, 'official', [...trained.slice(1), 'bac.xa.moi', ...others]);
  const compared = compareCells([early, late], day, { ...cells, with: new Set([...trained, 'bac.xa.moi']) });
  expect(compared.figures.score.with).toEqual({ n: 4 });
  expect(compared.figures.score.without).toEqual({ n: 5, before: 60, after: 80 });
});

it('tells nothing of too few cells, nor of figures without a base', () => {
  const months = [scored('2026-04', () => 60), scored('2026-06', () => 80)];
  const compared = compareCells(months, day, { ...cells, with: new Set(trained.slice(0, 4)) });
  expect(compared.figures.score.with).toEqual({ n: 4 });
  expect(compared.figures.attendance).toEqual({ with: { n: 0 }, without: { n: 0 } });
});

it('leaves out months that are not official, and those further away', () => {
  const compared = compareCells(
    [scored('2026-01', () => 10), scored('2026-04', () => 60), scored('2026-06', () => 80, 'live')],
    day,
    cells,
  );
  expect(compared).toMatchObject({ before: ['2026-04'], after: [] });
  expect(compared.figures.score.with).toEqual({ n: 0 });
});
