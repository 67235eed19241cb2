import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Counter, empty, merge, mergeAll, type Tally } from '#shared/scorecards/tally.ts';

const counters: Counter[] = [
  'due',
  'onTime',
  'present',
  'scoreSum',
  'grade:good',
  'topic:DD',
  'result:road',
  'results:road',
];
const tallies: fc.Arbitrary<Tally> = fc.dictionary(fc.constantFrom(...counters), fc.nat(1_000_000));

it('merging adds counter by counter', () => {
  expect(merge({ due: 2, late: 1 }, { due: 3, onTime: 1 })).toEqual({ due: 5, late: 1, onTime: 1 });
});

it('the empty tally changes nothing', () => {
  fc.assert(
    fc.property(tallies, (tally) => {
      expect(merge(tally, empty)).toEqual(tally);
      expect(merge(empty, tally)).toEqual(tally);
    }),
  );
  expect(mergeAll([])).toEqual(empty);
});

it('any order gives the same', () => {
  fc.assert(
    fc.property(tallies, tallies, (a, b) => {
      expect(merge(a, b)).toEqual(merge(b, a));
    }),
  );
});

it('any grouping gives the same', () => {
  fc.assert(
    fc.property(tallies, tallies, tallies, (a, b, c) => {
      expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
    }),
  );
});

it('cells by commune or all at once, in any order, give the same', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(tallies, fc.nat(3), fc.nat())), (cells) => {
      const shuffled = [...cells].sort((a, b) => a[2] - b[2]);
      const communes = [0, 1, 2, 3].map((commune) =>
        shuffled.filter(([, of]) => of === commune).map(([tally]) => tally),
      );
      expect(mergeAll(communes.map(mergeAll))).toEqual(mergeAll(cells.map(([tally]) => tally)));
    }),
  );
});

it('merging leaves what it merges as it was', () => {
  const [a, b]: Tally[] = [{ due: 1 }, { due: 2, late: 1 }];
  merge(a as Tally, b as Tally);
  expect([a, b]).toEqual([{ due: 1 }, { due: 2, late: 1 }]);
});
