import { Fields } from '#shared/input/fields.ts';
import { isOnScale, parsePoints } from '#shared/input/numbers.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import type { Rescore } from '#shared/reports/report.ts';

/** The longest reason for other points, in characters. */
const MOST_WORDS = 300;

export type ParsedRescores =
  | { readonly ok: true; readonly rescores: Readonly<Record<string, Rescore>> }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * Reads a reviewer's points, which replace those entered so far: `review.{criterion}` and `reviewReason.{criterion}`.
 * A blank or the same points mean agreement; other points need a reason.
 *
 * @param points the present points of the criteria
 */
export function parseRescores(typed: Typed, regime: Regime, points: Readonly<Record<string, number>>): ParsedRescores {
  const fields = new Fields(typed);
  const rescores: Record<string, Rescore> = {};
  for (const criterion of criteriaOf(regime)) {
    if (criterion.how !== 'judged') continue;
    const { id, max, step } = criterion;
    const onScale = (text: string) => {
      const value = parsePoints(text);
      return isOnScale(value, { max, step }) ? value : undefined;
    };
    const params = { max, step };
    const given = fields.optional(`review.${id}`, onScale, 'not-points', params);
    if (given === undefined || given === points[id]) continue;
    const reason = fields.words(`reviewReason.${id}`, MOST_WORDS);
    if (reason) rescores[id] = { points: given, reason };
  }
  return fields.errors.length > 0 ? { ok: false, errors: fields.errors } : { ok: true, rescores };
}
