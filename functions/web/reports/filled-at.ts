import type { Instant } from '#shared/period.ts';

/**
 * Corrects the time at which a device claims a form was finished. The request also carries the device's current time,
 * and the claim is shifted by its difference from the server's. An unreadable claim is ignored, and no claim lies in
 * the future.
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
