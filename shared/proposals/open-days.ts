import { addDays, type Day, daysBetween } from '#shared/period.ts';

const MOST_DAYS = 10;

/**
 * For how many days members may propose, today included: at most until the day of the meeting.
 *
 * @param meeting absent where no day is known
 * @returns 0 where the meeting is over
 */
export function mostOpenDays(today: Day, meeting: Day | undefined): number {
  if (!meeting) return MOST_DAYS;
  return meeting < today ? 0 : Math.min(MOST_DAYS, daysBetween(today, meeting) + 1);
}

/** The last of so many days, the first of which is today. */
export function openUntil(today: Day, days: number): Day {
  return addDays(today, days - 1);
}
