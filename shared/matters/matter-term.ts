import { isClosed, type TrackedMatter } from '#shared/matters/matter.ts';
import { addDays, type Day, dayAt, type Instant, type Month, monthAt, standsIn } from '#shared/period.ts';
import type { Matter } from '#shared/reports/report.ts';

interface Terms {
  readonly from: Month;
  readonly to?: Month;
  /** The number of days in which each level must answer the matter or pass it up. */
  readonly days: Readonly<Record<Matter['severity'], number>>;
}

/** The terms for answers. Ours: no public document of the scheme states a number of days. */
const terms: readonly Terms[] = [{ from: '2019-03' as Month, days: { high: 7, medium: 15, low: 30 } }];

/**
 * The last day on which the present level can answer a matter in time.
 *
 * @throws {RangeError} for a matter before the first terms
 */
export function dueDayOf({ said, levelSince }: Pick<TrackedMatter, 'said' | 'levelSince'>): Day {
  const found = terms.find((each) => standsIn(monthAt(levelSince), each));
  if (!found) throw new RangeError(`There are no terms for ${levelSince}`);
  return addDays(dayAt(levelSince), found.days[said.severity]);
}

/** Whether an open matter was not answered in time. */
export function isOverdue(matter: TrackedMatter, now: Instant): boolean {
  return !isClosed(matter) && dayAt(now) > dueDayOf(matter);
}
