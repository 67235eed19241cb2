import type { Instant } from '#shared/period.ts';

/**
 * How far a month's reporting is: `before-due`: what is missing is not due yet; `after-due`: it is late, and may still
 * come; `closed`: it never came. Both days count to their end.
 */
export type Stage = 'before-due' | 'after-due' | 'closed';

export function stageAt(now: Instant, { due, closing }: { readonly due: Instant; readonly closing: Instant }): Stage {
  if (now > closing) return 'closed';
  return now > due ? 'after-due' : 'before-due';
}
