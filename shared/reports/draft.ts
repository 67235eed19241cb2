import type { Instant } from '#shared/period.ts';

/** A form saved for later is kept for a fortnight: a month's reports are due within days. */
const DAYS_KEPT = 14;

/** When a form saved at an instant is gone. */
export function draftExpiry(savedAt: Instant): Instant {
  return new Date(Date.parse(savedAt) + DAYS_KEPT * 24 * 60 * 60 * 1000).toISOString();
}
