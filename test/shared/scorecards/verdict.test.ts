import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target } from '#shared/norms/regimes.ts';
import { metOf, verdictOf } from '#shared/scorecards/verdict.ts';

const atLeast = (percent: number): Target => ({ comparison: '>=', percent });
const above = (percent: number): Target => ({ comparison: '>', percent });
const parts = ([numerator, denominator]: readonly [number, number]) => ({ numerator, denominator });

describe('a figure to which nothing may come any more', () => {
  it.each([
    [atLeast(100), [361, 373], 'missed'],
    [atLeast(100), [373, 373], 'met'],
    [atLeast(85), [17, 20], 'met'], // the floor itself counts
    [above(85), [17, 20], 'missed'],
    [atLeast(85), [1699, 2000], 'missed'], // it reads 85,0%
    [atLeast(85), [0, 0], null], // no base: neither
    [null, [3, 4], null],
  ] as const)('%j: %j is %s', (target, figure, says) => {
    expect(verdictOf(target, parts(figure))).toBe(says);
  });
});

describe('a figure to which something may still come', () => {
  it.each([
    // All of four that reported; three are awaited.
    [atLeast(100), [4, 4], 3, 'open'],
    [atLeast(100), [0, 0], 3, 'open'],
    // One that failed is never made good.
    [atLeast(100), [3, 4], 3, 'missed'],
    [atLeast(100), [3, 4], 1, 'missed'],
    // Of ten in all nine are asked for.
    [atLeast(90), [9, 9], 1, 'met'],
    [atLeast(90), [8, 9], 1, 'open'],
    [atLeast(90), [8, 8], 2, 'open'],
    [atLeast(90), [7, 9], 1, 'missed'],
    [above(90), [9, 9], 1, 'open'],
    [above(90), [8, 9], 1, 'missed'],
    // How many people will be counted is not known: whatever the share is now, it may be reached or lost.
    [atLeast(85), [1, 2], null, 'open'],
    [atLeast(85), [1000, 1000], null, 'open'],
    [atLeast(100), [4, 4], null, 'open'],
    [atLeast(100), [3, 4], null, 'missed'],
    [null, [3, 4], 3, null],
  ] as const)('%j: of %j settled, with %s to come, is %s', (target, settled, cells, says) => {
    const figure = { numerator: 0, denominator: 0 };
    expect(verdictOf(target, figure, { settled: parts(settled), cells })).toBe(says);
  });

  const targets = fc.record({
    comparison: fc.constantFrom('>=' as const, '>' as const),
    percent: fc.integer({ min: 1, max: 100 }),
  });
  const shares = fc
    .nat(40)
    .chain((denominator) => fc.record({ numerator: fc.nat(denominator), denominator: fc.constant(denominator) }));

  it('is told exactly where whatever comes gives one and the same verdict', () => {
    fc.assert(
      fc.property(targets, shares, fc.integer({ min: 1, max: 12 }), (target, settled, cells) => {
        const outcomes = Array.from({ length: cells + 1 }, (_, good) =>
          verdictOf(target, {
            numerator: settled.numerator + good,
            denominator: settled.denominator + cells,
          }),
        );
        const told = new Set(outcomes).size === 1 ? outcomes[0] : 'open';
        expect(verdictOf(target, settled, { settled, cells })).toBe(told);
      }),
    );
  });

  it('of an unknown size is told only where no number of them, good or bad, gives another', () => {
    fc.assert(
      fc.property(targets, shares, (target, settled) => {
        const reached = [0, 1, 100_000].flatMap((good) =>
          [0, 100_000].map((bad) =>
            verdictOf(target, {
              numerator: settled.numerator + good,
              denominator: settled.denominator + good + bad,
            }),
          ),
        );
        const told = verdictOf(target, settled, { settled, cells: null });
        if (told === 'missed') expect(reached).not.toContain('met');
        else if (target.percent < 100) expect(reached).toEqual(expect.arrayContaining(['met', 'missed']));
        expect(told).not.toBe('met');
      }),
    );
  });
});

it.each([
  ['met', true],
  ['missed', false],
  ['open', null],
  [null, null],
] as const)('a verdict of %s says of the target %s', (verdict, met) => {
  expect(metOf(verdict)).toBe(met);
});
