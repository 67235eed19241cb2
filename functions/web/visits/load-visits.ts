import type { SignedIn } from '#functions/http/http-handler.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { VisitStore } from '#functions/store/visit-store.ts';
import { can } from '#shared/access/can.ts';
import { dayAt, type Month } from '#shared/period.ts';
import { type Directory, deadlines, districtOf, type Group, type Unit } from '#shared/units/units.ts';
import { type GroupMonth, groupMonthOf } from '#shared/visits/group-month.ts';

export interface LoadVisitsDeps {
  readonly directory: Pick<DirectoryStore, 'directory'>;
  readonly visits: Pick<VisitStore, 'newestOfMonth'>;
}

/** A group's month, with the units that name its visits. */
export interface LoadedVisits extends GroupMonth {
  readonly district: Unit;
  readonly groups: readonly Group[];
  /** The group's communes and cells that the reader may see. */
  readonly units: readonly Unit[];
  /** Nothing is added after the month closes. */
  readonly closed: boolean;
}

/**
 * Loads the month of one group: the viewer's own, the one that the district chose, or the one responsible for a
 * commune. Returns `undefined` if there is none.
 */
export async function loadVisits(
  { viewer, query, now }: SignedIn,
  month: Month,
  { directory, visits }: LoadVisitsDeps,
): Promise<LoadedVisits | undefined> {
  const district = districtOf(viewer.unit);
  const [found, all] = await Promise.all([directory.directory(district, month), visits.newestOfMonth(district, month)]);
  const group = found && groupOf(found, viewer, month, query['group']);
  if (!found || !group) return undefined;
  const seen = (unit: Unit) =>
    can(viewer, 'see', unit.id) &&
    group.communes.some((commune) => unit.id === commune || unit.id.startsWith(`${commune}.`));
  const communes = found.communes.filter(seen);
  const cells = found.cells.filter(seen);
  const own = all.filter(({ unit }) => can(viewer, 'see', unit));
  return {
    ...groupMonthOf({ group, month, communes, cells, visits: own, today: dayAt(now) }),
    district: found.district,
    groups: found.groups,
    units: communes.flatMap((commune) => [commune, ...cells.filter(({ id }) => id.startsWith(`${commune.id}.`))]),
    closed: now > deadlines(found.district, month).closing,
  };
}

function groupOf(
  { groups }: Directory,
  viewer: SignedIn['viewer'],
  month: Month,
  asked: string | undefined,
): Group | undefined {
  if (viewer.role === 'group') return groups.find(({ number }) => number === viewer.group);
  if (viewer.role === 'district') return groups.find(({ number }) => String(number) === (asked ?? '1'));
  return groups.find(({ communes }) => communes.some((commune) => can(viewer, 'see', commune, month)));
}
