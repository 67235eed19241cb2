import type { Day } from '#shared/period.ts';
import type { Arrivals } from '#shared/scorecards/scorecard.ts';

/** Counts days. */
export function countDays(days: readonly Day[]): Arrivals {
  return mergeArrivals(days.map((day) => ({ [day]: 1 })));
}

/** Adds up the arrivals of several units. */
export function mergeArrivals(all: readonly Arrivals[]): Arrivals {
  const sum: Record<string, number> = {};
  for (const [day, count] of all.flatMap((each) => Object.entries(each))) sum[day] = (sum[day] ?? 0) + count;
  return Object.fromEntries(Object.entries(sum).sort()) as Arrivals;
}

/** Of how many cells the first report had come by the end of a day. */
export function arrivedBy(arrivals: Arrivals, day: Day): number {
  return Object.entries(arrivals).reduce((sum, [each, count]) => (each <= day ? sum + count : sum), 0);
}
