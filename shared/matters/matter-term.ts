import { isClosed, type TrackedMatter } from '#shared/matters/matter.ts';
import { addDays, type Day, dayAt, type Instant, type Month, monthAt, standsIn } from '#shared/period.ts';
import type { Matter } from '#shared/reports/report.ts';

interface Terms {
  readonly from: Month;
  readonly to?: Month;
  /** Days within which each level answers or passes up. */
  readonly days: Readonly<Record<Matter['severity'], number>>;
}

/** By when a matter is answered. Ours: no document of the scheme that is public states days. */
const terms: readonly Terms[] = [{ from: '2019-03' as Month, days: { high: 7, medium: 15, low: 30 } }];

/**
 * The last day on which a matter is answered in time by the level that has it.
 *
 * @throws {RangeError} for a matter from before the first terms
 */
export function dueDayOf({ said, levelSince }: Pick<TrackedMatter, 'said' | 'levelSince'>): Day {
  const found = terms.find((each) => standsIn(monthAt(levelSince), each));
  if (!found) throw new RangeError(`There are no terms for ${levelSince}`);
  return addDays(dayAt(levelSince), found.days[said.severity]);
}

/** Whether the answer is overdue. A closed matter is never overdue. */
export function isOverdue(matter: TrackedMatter, now: Instant): boolean {
  return !isClosed(matter) && dayAt(now) > dueDayOf(matter);
}
