import { type Deed, type Role, type RouteKey, routes } from '#shared/access/routes.ts';
import type { Session } from '#shared/access/session.ts';
import { isWithin, type UnitId } from '#shared/units/units.ts';

/** Whose subtree a session sees: its own unit, or for a working group the communes assigned to it. */
export interface Viewer extends Session {
  readonly scope: readonly UnitId[];
}

const deeds: Readonly<Record<Role, readonly Deed[]>> = {
  cell: ['see', 'submit'],
  commune: ['see', 'submit', 'review'],
  group: ['see', 'review'],
  district: ['see', 'submit', 'review', 'administer'],
};

/** Whether a signed-in person may do a deed to a unit: the role must have the deed, and the unit be in its scope. */
export function may(viewer: Viewer, deed: Deed, unit: UnitId): boolean {
  return deeds[viewer.role].includes(deed) && viewer.scope.some((scope) => isWithin(unit, scope));
}

/**
 * How far a role reaches on a route: `open`: it need not sign in; `closed`: refused whatever it names; `session`: it is
 * answered from its own session; `scope`: it may name the units in its scope and no other.
 */
export function reachOf(role: Role, route: RouteKey): 'open' | 'closed' | 'session' | 'scope' {
  const { who, deed } = routes[route];
  if (who === 'everyone') return 'open';
  if (!(who as readonly Role[]).includes(role)) return 'closed';
  if (deed === 'none') return 'session';
  return deeds[role].includes(deed) ? 'scope' : 'closed';
}
