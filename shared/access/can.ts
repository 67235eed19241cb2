import { type Permission, type Role, type RouteKey, routes } from '#shared/access/routes.ts';
import type { Session } from '#shared/access/session.ts';
import { isWithin, type UnitId } from '#shared/units/units.ts';

/** A session with the units whose subtrees it sees: its own unit, or a working group's communes. */
export interface Viewer extends Session {
  readonly scope: readonly UnitId[];
}

const permissions: Readonly<Record<Role, readonly Permission[]>> = {
  cell: ['see', 'submit'],
  commune: ['see', 'submit', 'review'],
  group: ['see', 'review'],
  district: ['see', 'submit', 'review', 'administer'],
};

/** Whether a session has a permission at a unit: its role has the permission, and its scope includes the unit. */
export function can(viewer: Viewer, permission: Permission, unit: UnitId): boolean {
  return permissions[viewer.role].includes(permission) && viewer.scope.some((scope) => isWithin(unit, scope));
}

/**
 * What a role may do on a route. `open`: it need not sign in; `closed`: every request is refused; `session`: the answer
 * depends on the session alone; `scope`: the request may name only units in the session's scope.
 */
export function accessOf(role: Role, route: RouteKey): 'open' | 'closed' | 'session' | 'scope' {
  const { roles, permission } = routes[route];
  if (roles === 'everyone') return 'open';
  if (!(roles as readonly Role[]).includes(role)) return 'closed';
  if (permission === 'none') return 'session';
  return permissions[role].includes(permission) ? 'scope' : 'closed';
}
