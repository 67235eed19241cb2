import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireRegime } from '#shared/norms/regimes.ts';
import { measure } from '#shared/scorecards/measure.ts';
import { rankChildren } from '#shared/scorecards/rank.ts';
import type { Tally } from '#shared/scorecards/tally.ts';
import { month } from '#test/shared/samples.ts';

const regime = requireRegime(month('2021-02'));
const of = { month: month('2021-02'), regime: regime.id, status: 'official' } as const;
const units = (tallies: readonly Tally[]) =>
  tallies.map((tally) => ({ tally, indicators: measure(tally, { regime, month: of.month }, {}) }));
const ranks = (...tallies: readonly Tally[]) => rankChildren(units(tallies), of).map(({ rank }) => rank);

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

  it('is none where less than half of the cells have reported, the norm of the regime', () => {
    expect(regime.rankedFrom).toBe(50);
    expect(ranks(commune(20, { due: 3 }), commune(17, { due: 2 }), commune(17))).toEqual([null, 2, 1]);
  });

  it('is none in a month that is open, and in a period of which a month is', () => {
    const all = units([commune(20), commune(17)]);
    const part = { month: of.month, revision: 1, digest: '' };
    const both = (status: 'live' | 'official') => [
      { ...part, status: 'official' as const },
      { ...part, status },
    ];
    const open = { ...of, status: 'live' } as const;
    expect(rankChildren(all, open).map(({ rank }) => rank)).toEqual([null, null]);
    expect(rankChildren(all, { ...open, parts: both('live') }).map(({ rank }) => rank)).toEqual([null, null]);
    expect(rankChildren(all, { ...open, parts: both('official') }).map(({ rank }) => rank)).toEqual([1, 2]);
  });

  it('comes after every rate where nobody was required to attend', () => {
    const noBase = commune(0, { required: 0 });
    expect(ranks(noBase, commune(1), commune(2))).toEqual([3, 2, 1]);
    expect(ranks(commune(2), noBase, commune(1), noBase)).toEqual([1, 3, 2, 3]);
    expect(ranks(noBase, noBase)).toEqual([1, 1]);
  });

  const count = fc.integer({ min: 0, max: 4 });
  const tallies = fc
    .record({ required: count, present: count, held: fc.nat(1), onTime: fc.nat(1), late: fc.nat(1) })
    .map(({ present, required, ...rest }) => ({ due: 2, ...rest, required, present: Math.min(present, required) }));
  const several = fc.array(tallies, { minLength: 2, maxLength: 8 });

  it('is the same in whatever order the units come', () => {
    fc.assert(
      fc.property(several, fc.infiniteStream(fc.nat()), (all, keys) => {
        const numbered = units(all).map((unit, at) => ({ ...unit, at }));
        const key = new Map(numbered.map(({ at }) => [at, keys.next().value]));
        const shuffled = [...numbered].sort((a, b) => Number(key.get(a.at)) - Number(key.get(b.at)));
        const again = [...rankChildren(shuffled, of)].sort((a, b) => a.at - b.at);
        expect(again.map(({ rank }) => rank)).toEqual(ranks(...all));
      }),
    );
  });

  it('is one more than the number of those ranked before, so that equals share it', () => {
    fc.assert(
      fc.property(several, (all) => {
        const found = ranks(...all, all[0] as Tally);
        expect(found.at(-1)).toBe(found[0]);
        for (const rank of found) {
          if (rank !== null) expect(found.filter((each) => each !== null && each < rank)).toHaveLength(rank - 1);
        }
      }),
    );
  });

  it('is consistent: who has the better rank is ranked so beside any others', () => {
    fc.assert(
      fc.property(several, (all) => {
        const [first, second] = ranks(...all);
        const [alone, other] = ranks(...all.slice(0, 2));
        fc.pre(first != null && second != null && alone != null && other != null);
        expect(Math.sign(first - second)).toBe(Math.sign(alone - other));
      }),
    );
  });
});
