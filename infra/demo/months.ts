import { addMonths, type Instant, type Month, monthAt } from '#shared/period.ts';

const BEFORE = 12;

/** The months of the demonstration, oldest first: twelve that have ended, and the one that runs. */
export function demoMonths(now: Instant): Month[] {
  return Array.from({ length: BEFORE + 1 }, (_, n) => addMonths(monthAt(now), n - BEFORE));
}
