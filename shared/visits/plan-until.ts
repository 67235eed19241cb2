import type { Day } from '#shared/period.ts';

/**
 * The last day for which a visit can be planned: the end of next year, for which programmes of work are made. A later
 * day is a slip of typing, and would stand in no list that anybody opens. The rule is ours.
 */
export function planUntil(today: Day): Day {
  return `${Number(today.slice(0, 4)) + 1}-12-31` as Day;
}
