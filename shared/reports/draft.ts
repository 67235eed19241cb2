import type { Instant } from '#shared/period.ts';

/** A saved form is stored for a fortnight, because a month's reports are due within days. */
const DAYS_KEPT = 14;

/** When a form that was saved at an instant is deleted. */
export function draftExpiry(savedAt: Instant): Instant {
  return new Date(Date.parse(savedAt) + DAYS_KEPT * 24 * 60 * 60 * 1000).toISOString();
}
