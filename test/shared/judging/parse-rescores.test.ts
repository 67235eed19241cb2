import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRescores } from '#shared/judging/parse-rescores.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import { month } from '#test/shared/samples.ts';

const regime = requireRegime(month('2026-02'));
const points = { regularContent: 8, guiding: 3.5 };
const parse = (typed: Record<string, string>) => parseRescores(typed, regime, points);

describe('what a reviewer gives', () => {
  it('is agreement where it is blank or the same', () => {
    expect(parse({})).toEqual({ ok: true, rescores: {} });
    const same = { 'review.regularContent': '8', 'review.guiding': '3,5', 'reviewReason.guiding': '' };
    expect(parse(same)).toEqual({ ok: true, rescores: {} });
  });

  it('is other points with their reason', () => {
    expect(parse({ 'review.guiding': '2', 'reviewReason.guiding': ' Chưa sát nội dung ' })).toEqual({
      ok: true,
      rescores: { guiding: { points: 2, reason: 'Chưa sát nội dung' } },
    });
    // What the cell has not scored can be scored by who reviews.
    expect(parse({ 'review.published': '1', 'reviewReason.published': 'Đã đăng' })).toMatchObject({ ok: true });
  });

  it('is nothing without a reason, and nothing off the scale', () => {
    expect(parse({ 'review.guiding': '2' })).toEqual({
      ok: false,
      errors: [{ field: 'reviewReason.guiding', code: 'required' }],
    });
    for (const typed of ['4,5', '3,2', '-1', 'tốt']) {
      const parsed = parse({ 'review.guiding': typed, 'reviewReason.guiding': 'Vì' });
      expect(parsed).toMatchObject({ ok: false, errors: [{ field: 'review.guiding', code: 'not-points' }] });
      // What the message says of the scale: 4 points in halves.
      expect(parsed).toMatchObject({ errors: [{ params: { max: 4, step: 0.5 } }] });
    }
  });

  it('is never of a criterion that follows from facts', () => {
    const computed = criteriaOf(regime).filter(({ how }) => how === 'computed');
    fc.assert(
      fc.property(fc.constantFrom(...computed), ({ id, max }) => {
        const typed = { [`review.${id}`]: String(max), [`reviewReason.${id}`]: 'Vì' };
        expect(parse(typed)).toEqual({ ok: true, rescores: {} });
      }),
    );
  });
});
