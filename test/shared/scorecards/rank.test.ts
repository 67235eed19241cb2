import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireRegime } from '#shared/norms/regimes.ts';
import { measure } from '#shared/scorecards/measure.ts';
import { rank } from '#shared/scorecards/rank.ts';
import type { Tally } from '#shared/scorecards/tally.ts';
import { month } from '#test/shared/samples.ts';

const regime = requireRegime(month('2021-02'));
const ranks = (...tallies: readonly Tally[]) =>
  rank(tallies.map((tally) => ({ indicators: measure(tally, { regime, month: month('2021-02') }, {}) })));

const commune = (present: number, changes: Tally = {}): Tally => ({
  due: 1,
  onTime: 1,
  held: 1,
  present,
  required: 20,
  ...changes,
});

describe('rank', () => {
  it('goes by attendance where as many targets are met, in the order given', () => {
    expect(ranks(commune(17), commune(20), commune(18))).toEqual([3, 1, 2]);
  });

  it('goes by targets met first', () => {
    expect(ranks(commune(20, { held: 0 }), commune(17))).toEqual([2, 1]);
  });

  it('is shared by equals, and the next one counts them', () => {
    expect(ranks(commune(18), commune(20), commune(9, { required: 10 }), commune(17))).toEqual([2, 1, 2, 4]);
  });

  it('is none where nothing was reported', () => {
    expect(ranks({ due: 5 }, commune(17), {})).toEqual([null, 1, null]);
  });

  it('comes after every rate where nobody was required to attend', () => {
    const noBase = commune(0, { required: 0 });
    expect(ranks(noBase, commune(1), commune(2))).toEqual([3, 2, 1]);
    expect(ranks(noBase, noBase)).toEqual([1, 1]);
  });

  it('is consistent: who has the better rank is ranked so beside any others', () => {
    const base = fc.integer({ min: 0, max: 4 });
    const tallies = fc
      .record({ required: base, present: base, held: fc.nat(1), onTime: fc.nat(1) })
      .map(({ present, required, ...rest }) => ({ due: 1, ...rest, required, present: Math.min(present, required) }));
    fc.assert(
      fc.property(fc.array(tallies, { minLength: 2, maxLength: 8 }), (all) => {
        const [first, second] = ranks(...all);
        const [alone, other] = ranks(...all.slice(0, 2));
        fc.pre(first != null && second != null && alone != null && other != null);
        expect(Math.sign(first - second)).toBe(Math.sign(alone - other));
      }),
    );
  });
});
