import type { Instant } from '#shared/period.ts';

/**
 * When a form was finished, as its device claims, by a clock that is right.
 *
 * The device says with the same request what time it has: by as much as that differs from the server's its claim is
 * moved. A claim that cannot be read is none, and none lies in the future.
 *
 * @example filledAtBy('2026-11-26T01:00:00Z', '2026-11-26T02:00:00Z', '2026-11-24T02:00:00.000Z') //=> '2026-11-24T01:00:00.000Z'
 */
export function filledAtBy(claimed: string | undefined, clock: string | undefined, now: Instant): Instant | undefined {
  const filled = Date.parse(claimed ?? '');
  if (Number.isNaN(filled)) return undefined;
  const device = Date.parse(clock ?? '');
  const off = Number.isNaN(device) ? 0 : Date.parse(now) - device;
  return new Date(Math.min(filled + off, Date.parse(now))).toISOString();
}
