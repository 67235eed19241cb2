import { communesIn, type Viewer } from '#shared/access/can.ts';
import type { Session } from '#shared/access/session.ts';
import type { Month } from '#shared/period.ts';
import type { GroupList } from '#shared/visits/groups.ts';

/**
 * A session in a month. A working group sees the communes that are its own then, a machine the units of its token; everybody
 * else sees their own unit.
 *
 * @param list the working groups of the session's own district: another district has groups of the same numbers
 */
export function viewerIn<S extends Session>(month: Month, session: S, list: GroupList | undefined): S & Viewer {
  if (session.role !== 'group') return { ...session, scope: session.within ?? [session.unit] };
  const assigned = (list?.assignments ?? []).filter(({ group }) => group === session.group);
  return { ...session, scope: communesIn(month, assigned), assigned };
}
