import type { VisitStore } from '#functions/store/visit-store.ts';
import { can, type Viewer } from '#shared/access/can.ts';
import { dayAt, type Instant, type Month } from '#shared/period.ts';
import { visitedMonths } from '#shared/reminders/duties.ts';
import { districtOf } from '#shared/units/units.ts';
import { isDue, type VisitRevision } from '#shared/visits/visit.ts';

/**
 * The visits whose day is past and that nobody has reported, of all groups that the viewer sees; a working group sees
 * its own. The oldest come first.
 *
 * @param month only those of one month; absent: of all that may still be reported
 */
export async function loadDueVisits(
  viewer: Viewer,
  now: Instant,
  { visits }: { readonly visits: Pick<VisitStore, 'newestOfMonth'> },
  month?: Month,
): Promise<VisitRevision[]> {
  const months = visitedMonths(now).filter((each) => month === undefined || each === month);
  const found = await Promise.all(
    months.map(async (each) =>
      (await visits.newestOfMonth(districtOf(viewer.unit), each)).filter(({ unit }) => can(viewer, 'see', unit, each)),
    ),
  );
  return found
    .flat()
    .filter((visit) => isDue(visit, dayAt(now)) && (viewer.role !== 'group' || visit.group === viewer.group))
    .sort((a, b) => (`${a.date} ${a.id}` < `${b.date} ${b.id}` ? -1 : 1));
}
