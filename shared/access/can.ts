import { type Permission, type Role, type RouteKey, routes } from '#shared/access/routes.ts';
import type { Session } from '#shared/access/session.ts';
import { isWithin, type UnitId } from '#shared/units/units.ts';

/** Whose subtree a session sees: its own unit, or for a working group the communes assigned to it. */
export interface Viewer extends Session {
  readonly scope: readonly UnitId[];
}

const permissions: Readonly<Record<Role, readonly Permission[]>> = {
  cell: ['see', 'submit'],
  commune: ['see', 'submit', 'review'],
  group: ['see', 'review'],
  district: ['see', 'submit', 'review', 'administer'],
};

/** Whether a signed-in person has a permission at a unit: the role must have the permission, and the unit be in its scope. */
export function can(viewer: Viewer, permission: Permission, unit: UnitId): boolean {
  return permissions[viewer.role].includes(permission) && viewer.scope.some((scope) => isWithin(unit, scope));
}

/**
 * How far a role reaches on a route: `open`: it need not sign in; `closed`: refused whatever it names; `session`: it is
 * answered from its own session; `scope`: it may name the units in its scope and no other.
 */
export function accessOf(role: Role, route: RouteKey): 'open' | 'closed' | 'session' | 'scope' {
  const { roles, permission } = routes[route];
  if (roles === 'everyone') return 'open';
  if (!(roles as readonly Role[]).includes(role)) return 'closed';
  if (permission === 'none') return 'session';
  return permissions[role].includes(permission) ? 'scope' : 'closed';
}
