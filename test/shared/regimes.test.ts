import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computedCriteria } from '#shared/criteria.ts';
import { standsIn } from '#shared/period.ts';
import { regimeIn, regimeOf, regimes } from '#shared/regimes.ts';
import { month, months } from '#test/shared/samples.ts';

describe('the regime of a month', () => {
  it.each([
    ['2019-03', 'de-an-06', 85],
    ['2021-02', 'de-an-06', 85],
    ['2025-09', 'de-an-06', 85],
    ['2025-10', 'hd-42', 90],
    ['2026-06', 'hd-42', 90],
  ])('%s is %s, which asks for at least %i percent', (in_, id, percent) => {
    const regime = regimeOf(month(in_));
    expect(regime.id).toBe(id);
    expect(regime.attendance).toEqual({ comparison: '>=', percent });
  });

  it('is none before the first one', () => {
    expect(regimeIn(month('2019-02'))).toBeUndefined();
    expect(() => regimeOf(month('2019-02'))).toThrow(RangeError);
  });

  it('is exactly one from the first one on', () => {
    const first = regimes[0]?.from ?? '';
    fc.assert(
      fc.property(months, (in_) => {
        const standing = regimes.filter((regime) => standsIn(in_, regime));
        expect(standing).toHaveLength(in_ < first ? 0 : 1);
      }),
    );
  });
});

describe.each(regimes)('$id', (regime) => {
  it('has 100 points', () => {
    expect(regime.criteria.reduce((sum, { max }) => sum + max, 0)).toBe(100);
  });

  it('names each criterion once, and has a rule for each that is computed', () => {
    const ids = regime.criteria.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, how } of regime.criteria)
      expect([id, Object.hasOwn(computedCriteria, id)]).toEqual([id, how === 'computed']);
  });

  it('names its documents by number and date', () => {
    expect(regime.sources.length).toBeGreaterThan(0);
    for (const { number, date } of regime.sources) {
      expect(number).toMatch(/\S/);
      expect(date).toMatch(/^\d{4}-\d\d(-\d\d)?$/);
    }
  });
});
