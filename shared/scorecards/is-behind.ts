import { type Instant, isMonth } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';

/** The night counts each open month once a day, and has two hours for it. */
const LATE_MS = 26 * 3_600_000;

/**
 * Whether the figures of an open month are from before last night: something does not run, and what was sent since may be
 * missing in them. Readers are told so instead of taking them for today's.
 */
export function isBehind(
  { status, month, generatedAt }: Pick<Scorecard, 'status' | 'month' | 'generatedAt'>,
  now: Instant,
) {
  return status === 'live' && isMonth(month) && Date.parse(now) - Date.parse(generatedAt) > LATE_MS;
}
