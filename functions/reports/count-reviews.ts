import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { ReportStore } from '#functions/store/report-store.ts';
import { seenTops, type Viewer } from '#shared/access/can.ts';
import type { Instant, Month } from '#shared/period.ts';
import { countWaiting } from '#shared/reviews/waiting.ts';
import { deadlines, districtOf, type UnitId } from '#shared/units/units.ts';

export interface CountStores {
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly reports: Pick<ReportStore, 'entriesOfMonth'>;
}

/**
 * How many reports of a unit's month wait for the viewer: as many as the page of reviews has rows, up to what was stored
 * in the last second. One query, a working group's one a commune, of which little is sent.
 */
export async function countReviews(
  { viewer, now }: { readonly viewer: Viewer; readonly now: Instant },
  unit: UnitId,
  month: Month,
  { directory, reports }: CountStores,
): Promise<number> {
  const [district, ...entries] = await Promise.all([
    directory.unit(districtOf(unit)),
    ...seenTops(viewer, unit, month).map((top) => reports.entriesOfMonth(top, month)),
  ]);
  return district ? countWaiting(viewer, entries.flat(), now > deadlines(district, month).closing) : 0;
}
