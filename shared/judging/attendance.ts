import type { Judgement } from '#shared/judging/judgement.ts';
import type { Target } from '#shared/norms/regimes.ts';
import { type Members, requiredOf } from '#shared/reports/report.ts';

/** How many members count as required under a regime: some regimes exclude absences with a reason. */
export function requiredIn(
  report: Members & { readonly excused: number },
  { excused }: { readonly excused: 'in-base' | 'out-of-base' },
): number {
  return requiredOf(report) - (excused === 'out-of-base' ? report.excused : 0);
}

/**
 * Whether a fraction reaches a floor. It is computed on whole numbers, before any rounding.
 *
 * @example reaches({ numerator: 17, denominator: 20 }, { comparison: '>=', percent: 85 }) //=> true
 */
export function reaches(fraction: { numerator: number; denominator: number }, target: Target): boolean {
  const have = fraction.numerator * 100;
  const floor = fraction.denominator * target.percent;
  return target.comparison === '>=' ? have >= floor : have > floor;
}

/**
 * Whether a meeting's attendance meets the target. If nobody was required to attend, it is `no-base`, not 0%.
 *
 * @throws {RangeError} when more are present than required
 * @see Đề án 06 (Hiệp Hòa, 03/2019): from 85%; Hướng dẫn 42-HD/BTCTW (28/10/2025): from 90%
 * @example judgeAttendance({ present: 17, required: 20 }, { comparison: '>=', percent: 85 }) //=> 'met'
 */
export function judgeAttendance(
  { present, required }: { readonly present: number; readonly required: number },
  target: Target,
): Judgement['attendance']['met'] {
  if (present > required) throw new RangeError(`${present} present of ${required} required`);
  if (required === 0) return 'no-base';
  return reaches({ numerator: present, denominator: required }, target) ? 'met' : 'missed';
}
