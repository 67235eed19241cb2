import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criterionGroupName, criterionName } from '#shared/judging/texts/criteria.ts';
import { langs } from '#shared/language/lang.ts';
import { findRegime, regimes, requireRegime } from '#shared/norms/regimes.ts';
import { bandOf, criteriaOf } from '#shared/norms/rubric.ts';
import { standsIn } from '#shared/period.ts';
import { month, months } from '#test/shared/samples.ts';

describe('the regime of a month', () => {
  it.each([
    ['2019-03', 'de-an-06', 85],
    ['2021-02', 'de-an-06', 85],
    ['2025-09', 'de-an-06', 85],
    ['2025-10', 'hd-42', 90],
    ['2026-06', 'hd-42', 90],
  ])('%s is %s, which asks for at least %i percent', (in_, id, percent) => {
    const regime = requireRegime(month(in_));
    expect(regime.id).toBe(id);
    expect(regime.attendance).toEqual({ comparison: '>=', percent });
  });

  it('is none before the first one', () => {
    expect(findRegime(month('2019-02'))).toBeUndefined();
    expect(() => requireRegime(month('2019-02'))).toThrow(RangeError);
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

describe('what a district chooses', () => {
  const strict = { from: month('2026-02'), settings: { attendance: { comparison: '>', percent: 85 } } } as const;
  const gated = { from: month('2026-05'), regime: 'de-an-06-gated' };

  it('holds from its month on, until the next choice, and shows what is set otherwise', () => {
    expect(requireRegime(month('2026-01'), [gated, strict])).toBe(requireRegime(month('2026-01')));
    expect(requireRegime(month('2026-02'), [gated, strict])).toMatchObject({ id: 'hd-42', ...strict.settings });
    expect(requireRegime(month('2026-04'), [gated, strict]).overrides).toEqual(strict.settings);
    expect(requireRegime(month('2026-05'), [gated, strict]).id).toBe('de-an-06-gated');
    expect(requireRegime(month('2026-05'), [gated, strict])).not.toHaveProperty('overrides');
  });

  it('is refused where there is no such regime', () => {
    expect(() => requireRegime(month('2026-05'), [{ from: month('2026-01'), regime: 'no-such' }])).toThrow(RangeError);
  });
});

describe.each(regimes)('$id', (regime) => {
  const criteria = criteriaOf(regime);

  it('has 100 points', () => {
    expect(criteria.reduce((sum, { max }) => sum + max, 0)).toBe(100);
  });

  it('names each criterion once, in both languages', () => {
    const ids = criteria.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const lang of langs) {
      for (const id of ids) expect(criterionName(id, lang)).not.toBe(id);
      for (const { id } of regime.groups) expect(criterionGroupName(id, lang)).not.toBe(id);
    }
  });

  it('never gives more than a criterion’s maximum, and for the best facts gives all of it', () => {
    for (const criterion of criteria) {
      if (criterion.how === 'judged') continue;
      const { rule, max } = criterion;
      const best =
        rule.by === 'answers'
          ? Object.values(rule.points).reduce((sum, points) => sum + points, 0)
          : rule.by === 'minutes'
            ? Math.max(...rule.missing.map(({ points }) => points))
            : Math.max(...rule.bands.map(({ points }) => points));
      expect([criterion.id, best]).toEqual([criterion.id, max]);
    }
  });

  it('has bands into exactly one of which every share falls', () => {
    const shares = fc
      .integer({ min: 1, max: 3000 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
    for (const criterion of criteria) {
      if (criterion.how === 'judged' || !('bands' in criterion.rule)) continue;
      const { bands } = criterion.rule;
      fc.assert(
        fc.property(shares, ([numerator, denominator]) => {
          const percent = (numerator * 100) / denominator;
          const inside = bands.filter(({ from, to, ends }) =>
            // Rates are compared on whole numbers; here the ends are all whole percents.
            ends === '[]' ? percent >= from && percent <= to : percent >= from && percent < to,
          );
          expect(inside).toEqual([bandOf(bands, numerator, denominator)]);
        }),
      );
    }
  });

  it('gives points that do not apply only to a criterion of its own', () => {
    for (const { applies } of criteria) {
      if (typeof applies?.otherwise !== 'object') continue;
      expect(criteria.map(({ id }) => id)).toContain(applies.otherwise.raises);
    }
  });

  it('names its documents by number and date', () => {
    expect(regime.sources.length).toBeGreaterThan(0);
    for (const { number, date } of regime.sources) {
      expect(number).toMatch(/\S/);
      expect(date).toMatch(/^\d{4}-\d\d(-\d\d)?$/);
    }
  });
});
