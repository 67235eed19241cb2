import { digestOf } from '#shared/digest.ts';
import type { Revision } from '#shared/reports/report.ts';

/** The district reads one in so many of the reports that cells have entered themselves. */
export const SAMPLED_OF = 10;

/**
 * Whether the district reads a report besides those that it must. The same report is always in the sample or never, so
 * anybody can recompute it; but nobody can know before, since the time of receipt decides, to the millisecond.
 */
export function isSampled({ id, firstReceivedAt }: Pick<Revision, 'id' | 'firstReceivedAt'>): boolean {
  return Number.parseInt(digestOf(`${id} ${firstReceivedAt}`).slice(0, 8), 16) % SAMPLED_OF === 0;
}
