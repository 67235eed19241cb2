import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireRegime, type Target } from '#shared/norms/regimes.ts';
import type { Indicator } from '#shared/scorecards/scorecard.ts';
import { bandOf, targetBands } from '#shared/scorecards/target-band.ts';
import { verdictOf } from '#shared/scorecards/verdict.ts';
import { month } from '#test/shared/samples.ts';

const { targetBands: bands } = requireRegime(month('2026-10'));
const all: Target = { comparison: '>=', percent: 100 };
const ninety: Target = { comparison: '>=', percent: 90 };

function figure(
  id: Indicator['id'],
  [numerator, denominator]: readonly [number, number],
  target: Target | null,
  pending?: Indicator['pending'],
): Indicator {
  const verdict = verdictOf(target, { numerator, denominator }, pending);
  return {
    ...{ id, numerator, denominator, value: null, target, verdict, met: null },
    ...{ previousMonth: null, previousYear: null, ...(pending && { pending }) },
  };
}

describe('the band of a figure', () => {
  it.each([
    // Cells: all are asked for; 90 and 70 percent are the lower ends, on whole numbers.
    ['reported', [15, 15], all, 'met'],
    ['reported', [27, 30], all, 'near'],
    ['reported', [899, 1000], all, 'missed'],
    ['reported', [21, 30], all, 'missed'],
    ['reported', [699, 1000], all, 'far'],
    ['reported', [0, 15], all, 'far'],
    // Members: 85 and 75 percent where 90 are asked for.
    ['attendance', [90, 100], ninety, 'met'],
    ['attendance', [899, 1000], ninety, 'near'],
    ['attendance', [17, 20], ninety, 'near'],
    ['attendance', [849, 1000], ninety, 'missed'],
    ['attendance', [3, 4], ninety, 'missed'],
    ['attendance', [749, 1000], ninety, 'far'],
    // What has to be above a share is near it at the share itself.
    ['attendance', [17, 20], { comparison: '>', percent: 85 }, 'near'],
    ['attendance', [0, 0], ninety, null],
    ['tasksDone', [0, 10], null, null],
  ] as const)('%s of %j against %j is %s', (id, parts, target, band) => {
    expect(bandOf(figure(id, parts, target), bands)).toBe(band);
  });

  it('of an open month is told only where no report can make it better', () => {
    // 3 of 4 have failed none yet: open. One of five has failed, four may still come: 4 of 5 at best.
    expect(bandOf(figure('met', [3, 3], all, { settled: { numerator: 3, denominator: 3 }, cells: 4 }), bands)).toBe(
      'open',
    );
    expect(bandOf(figure('met', [0, 5], all, { settled: { numerator: 0, denominator: 1 }, cells: 4 }), bands)).toBe(
      'missed',
    );
    expect(bandOf(figure('met', [0, 20], all, { settled: { numerator: 0, denominator: 1 }, cells: 19 }), bands)).toBe(
      'near',
    );
  });

  it('never grows worse as the share grows, and is met where the verdict is', () => {
    const parts = fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 400 })).filter(([some, of]) => some <= of);
    const targets = fc.record({ comparison: fc.constantFrom('>=' as const, '>' as const), percent: fc.nat(100) });
    const ids = fc.constantFrom('reported' as const, 'attendance' as const);
    fc.assert(
      fc.property(parts, parts, targets, ids, (a, b, target, id) => {
        const [one, other] = [figure(id, a, target), figure(id, b, target)];
        const [better, worse] = a[0] * b[1] >= b[0] * a[1] ? [one, other] : [other, one];
        const place = (each: Indicator) => targetBands.indexOf(bandOf(each, bands) as 'met');
        expect(place(better)).toBeGreaterThanOrEqual(0);
        expect(place(better)).toBeLessThanOrEqual(place(worse));
        for (const each of [one, other]) expect(place(each) === 0).toBe(each.verdict === 'met');
      }),
    );
  });

  it('follows from the steps of a regime, which may have others', () => {
    const strict = { ...bands, cells: { near: 5, far: 10 } };
    const missed = figure('reported', [9, 10], all);
    expect([bandOf(missed, bands), bandOf(missed, strict)]).toEqual(['near', 'missed']);
  });
});
