import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { seeingBefore, type Viewer } from '#shared/access/can.ts';
import { type RouteKey, routes } from '#shared/access/routes.ts';
import { type Instant, monthAt } from '#shared/period.ts';
import { communeOf, districtOf, isWithin } from '#shared/units/units.ts';

/** Routes that name no unit and yet show what is of one. */
const alsoShow: ReadonlySet<RouteKey> = new Set([
  'GET /',
  'GET /search',
  'GET /receipts',
  'GET /changes',
  'GET /visits',
  'GET /groups',
  'GET /themes/shared',
]);

/**
 * A viewer with the units that have ended and whose past or open things are the viewer's now. It reads only the own
 * commune or district, as nearly every page does anyway, unless that says that there was a reform. A working group sees
 * past months by its communes of then.
 */
export async function withForebears(
  viewer: Viewer,
  { route, now }: { readonly route: RouteKey; readonly now: Instant },
  directory: Pick<DirectoryStore, 'unitsOf' | 'allUnits'>,
): Promise<Viewer> {
  const { role, unit } = viewer;
  if (role === 'group' || (routes[route].permission === 'none' && !alsoShow.has(route))) return viewer;
  // If it cannot be read, the action finds that too, and says so in its own way.
  const units = await directory.unitsOf(communeOf(unit)).catch(() => []);
  const isNew = units.some(({ id, predecessors }) => predecessors && isWithin(id, unit));
  return isNew ? seeingBefore(viewer, await directory.allUnits(districtOf(unit)), monthAt(now)) : viewer;
}
