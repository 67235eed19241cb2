import { addDays, type Day } from '#shared/period.ts';

/**
 * The Monday of a day's week.
 *
 * @example mondayOf('2026-11-29') //=> '2026-11-23'
 */
export function mondayOf(day: Day): Day {
  const weekday = new Date(day).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
