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

/** Whether a signed-in person has a permission at a unit: the role must have it, and the unit must be in its scope. */
export function can(viewer: Viewer, permission: Permission, unit: UnitId): boolean {
  return permissions[viewer.role].includes(permission) && viewer.scope.some((scope) => isWithin(unit, scope));
}

/**
 * What a route grants a role. `open`: it need not sign in; `closed`: it is always rejected; `session`: the answer comes
 * from its own session; `scope`: it may name only units in its scope.
 */
export function accessOf(role: Role, route: RouteKey): 'open' | 'closed' | 'session' | 'scope' {
  const { roles, permission } = routes[route];
  if (roles === 'everyone') return 'open';
  if (!(roles as readonly Role[]).includes(role)) return 'closed';
  if (permission === 'none') return 'session';
  return permissions[role].includes(permission) ? 'scope' : 'closed';
}
