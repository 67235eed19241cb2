import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { seeingBefore, type Viewer } from '#shared/access/can.ts';
import { type Instant, monthAt } from '#shared/period.ts';

/**
 * What a request names. A working group's viewer does not say what was before its communes: only where one is refused,
 * that is read, and the name is asked for again.
 *
 * @param named reads the name as a viewer (`named.ts`)
 */
export async function namedBefore<Named>(
  viewer: Viewer,
  now: Instant,
  directory: Pick<DirectoryStore, 'allUnits'>,
  named: (viewer: Viewer) => Named | undefined,
): Promise<Named | undefined> {
  const found = named(viewer);
  if (found !== undefined || viewer.role !== 'group') return found;
  return named(seeingBefore(viewer, await directory.allUnits(viewer.unit), monthAt(now)));
}
