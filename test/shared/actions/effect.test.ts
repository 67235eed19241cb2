import { describe, expect, it } from 'vitest';
import { type ActedOn, effectsOf, pooledEffect, type UnitSeries } from '#shared/actions/effect.ts';
import { estimate, type Observation } from '#shared/actions/estimate.ts';
import { addMonths, type Month } from '#shared/period.ts';
import type { Fraction } from '#shared/scorecards/scorecard.ts';
import { howMany } from '#test/how-many.ts';
import { demonstration, madeDistrict, type Noise, poolOfMade } from '#test/shared/actions/made-district.ts';

const first = '2026-01' as Month;
const found = addMonths(first, 5);
const action: ActedOn = { id: 'x', unit: 'h.a', indicator: 'preparation', found, opened: addMonths(found, 1) };
const series = (unit: string, shares: readonly number[], type = 'xã', size = 20): UnitSeries => ({
  ...{ unit, type, size },
  figures: new Map(
    shares.map((share, n): [Month, Fraction] => [addMonths(first, n), { numerator: share, denominator: 100 }]),
  ),
});
/** Six months before, one in which it was opened, six after. */
const moved = (before: number, after: number) =>
  [...Array(6).fill(before), before, ...Array(6).fill(after)] as number[];

describe('what became of a figure', () => {
  const others = ['b', 'c', 'd', 'e'].map((name, at) => series(`h.${name}`, moved(60 + at, 64 + at)));

  it('stands beside those that began alike and on which nobody acted', () => {
    const [effect] = effectsOf([action], [series('h.a', moved(60, 75)), ...others]);
    expect(effect).toMatchObject({
      before: { numerator: 360, denominator: 600 },
      after: { numerator: 450, denominator: 600 },
      others: { count: 4, before: 61.5, after: 65.5 },
    });
    expect(effect).not.toHaveProperty('estimate'); // five units do not tell how much figures vary
  });

  it.each([
    ['another type', series('h.f', moved(60, 60), 'thị trấn')],
    ['more than twice as large', series('h.f', moved(60, 60), 'xã', 41)],
    ['another starting level', series('h.f', moved(76, 60))],
    ['a month missing', series('h.f', moved(60, 60).slice(0, -1))],
  ])('no unit of %s is one of them', (_, unit) => {
    expect(effectsOf([action], [series('h.a', moved(60, 75)), ...others, unit])[0]?.others.count).toBe(4);
  });

  it('nor one on which something was done then; but one on which something was begun later is', () => {
    const units = [series('h.a', moved(60, 75)), ...others];
    const also = { ...action, id: 'y', unit: 'h.b' };
    const count = (other: ActedOn) => effectsOf([action, other], units).find(({ id }) => id === 'x')?.others.count;
    expect(count(also)).toBe(3);
    expect(count({ ...also, opened: addMonths(first, -2), ended: addMonths(first, -1) })).toBe(3);
    expect(count({ ...also, opened: addMonths(first, -9), ended: addMonths(first, -8) })).toBe(4);
    expect(count({ ...also, opened: addMonths(found, 3) })).toBe(4);
  });

  it('is not told of fewer than three months before or after, nor beside fewer than three others', () => {
    const few = moved(60, 75).slice(0, 9);
    const short = others.map(({ unit }) => series(unit, few));
    expect(effectsOf([action], [series('h.a', few), ...short])).toEqual([]);
    const enough = moved(60, 75).slice(0, 10);
    expect(
      effectsOf([action], [series('h.a', enough), ...others.map(({ unit }) => series(unit, enough))]),
    ).toHaveLength(1);
    expect(effectsOf([action], [series('h.a', moved(60, 75)), ...others.slice(0, 2)])).toEqual([]);
  });
});

describe('the estimate', () => {
  const row = (unit: number, before: number, after: number, acted = false): Observation => ({
    ...{ comparison: 'one', unit: `u${unit}`, before, after, acted },
  });

  it('is what is left when a low figure has risen of itself', () => {
    // Whoever is at 50 + x comes to 70 + x / 2, and the acted on 4 points further.
    const level = [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22];
    const rows = level.map((x, at) => row(at, 50 + x, 70 + x / 2 + (at < 3 ? 4 : 0), at < 3));
    const found = estimate(rows);
    expect(found?.points).toBeCloseTo(4, 9);
    expect(found?.low).toBeCloseTo(4, 6);
  });

  it('agrees with a fit by hand, classical where every unit is in it once', () => {
    // after: acted 10, 14, 12; others 4, 8, 6, 2, 5, 7, 3, 6, 4; all from one level that differs by chance.
    const afters = [10, 14, 12, 4, 8, 6, 2, 5, 7, 3, 6, 4];
    const befores = [1, -1, 0, 1, 1, -1, -1, 0, 0, 1, -1, 0];
    const rows = afters.map((after, at) => row(at, befores[at] as number, after, at < 3));
    const { points = 0, low = 0, high = 0 } = estimate(rows) ?? {};
    expect(points).toBeCloseTo(7, 9);
    expect((low + high) / 2).toBeCloseTo(points, 9);
    expect(low).toBeGreaterThan(3.5);
    expect(high).toBeLessThan(10.5);
  });

  it('says nothing of few, nor where all were acted on', () => {
    expect(estimate(Array.from({ length: 9 }, (_, at) => row(at, at, at, at < 2)))).toBeUndefined();
    expect(estimate(Array.from({ length: 20 }, (_, at) => row(at, at, at, true)))).toBeUndefined();
    expect(estimate([])).toBeUndefined();
  });
});

/** How many made-up districts show that the test has something to be fooled by. */
const CONTROLS = 40;

/** The lower end of what an estimate without any comparison would say: the mean rise less two standard errors. */
function lowestRise(effects: ReturnType<typeof effectsOf>): number {
  const share = ({ numerator, denominator }: Fraction) => (100 * numerator) / denominator;
  const rises = effects.map(({ before, after }) => share(after) - share(before));
  const mean = rises.reduce((sum, each) => sum + each, 0) / rises.length;
  const variance = rises.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (rises.length - 1);
  return mean - 2 * Math.sqrt(variance / rises.length);
}

/**
 * The pools for which this is stated: districts of 25 communes and the noise of the demonstration year. Of the noisiest
 * figure 27 actions (three a quarter over three years), of the calmest four (two a quarter over fourteen months).
 */
const pools: readonly (readonly [string, Noise, { readonly months: number; readonly aQuarter: number }])[] = [
  ['preparation', demonstration.preparation, { months: 36, aQuarter: 3 }],
  ['attendance', demonstration.attendance, { months: 14, aQuarter: 2 }],
];

describe.each(pools)('in made-up districts with the noise of %s', (name, noise, size) => {
  const runs = howMany.madeDistricts;
  const shareFound = (effect: number) => {
    const found = Array.from({ length: runs }, (_, n) => poolOfMade({ seed: `${name} ${n}`, noise, effect, ...size }));
    const actions = found.reduce((total, each) => total + each.actions, 0) / runs;
    const share = found.filter(({ estimate: { low } = { low: 0 } }) => low > 0).length / runs;
    if (runs > 200) console.info(`${name}, +${effect}: ${actions.toFixed(1)} actions a pool, found in ${share * 100}%`);
    return share;
  };

  it('without an effect it says that there is one in at most 5%', () => {
    expect(shareFound(0)).toBeLessThanOrEqual(0.05);
  });

  it('whoever compared before and after alone would say so three times as often and more: the lowest rise of themselves', () => {
    const rises = Array.from({ length: CONTROLS }, (_, n) => {
      const { actions, series } = madeDistrict({ seed: `${name} ${n}`, noise, effect: 0, ...size });
      return lowestRise(effectsOf(actions, series));
    });
    expect(rises.filter((low) => low > 0).length / CONTROLS).toBeGreaterThan(0.15);
  });

  it('an effect of five points is found in at least 80%', () => {
    expect(shareFound(5)).toBeGreaterThanOrEqual(0.8);
  });
});

it('a pool has all that were acted on, however it went', () => {
  const units = [
    series('h.a', moved(60, 75)),
    series('h.g', moved(61, 40)),
    ...['b', 'c', 'd', 'e', 'f', 'i', 'j', 'k', 'l', 'm'].map((name, at) =>
      series(`h.${name}`, moved(55 + at, 60 + ((at * 7) % 5))),
    ),
  ];
  const both = [action, { ...action, id: 'y', unit: 'h.g' }];
  const pool = pooledEffect('preparation', both, units);
  expect(pool).toMatchObject({ actions: 2, others: 10 });
  expect(pool.estimate?.points).toBeCloseTo(-4, 0);
});
