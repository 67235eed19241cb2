import { type Permission, type Role, type RouteKey, routes } from '#shared/access/routes.ts';
import type { Session } from '#shared/access/session.ts';
import { type Month, standsIn } from '#shared/period.ts';
import { type Forebear, lineageOf } from '#shared/units/lineage.ts';
import { communeOf, districtOf, isWithin, type Unit, type UnitId } from '#shared/units/units.ts';

/** A commune of a working group, with the months in which it is the group's; there is no end if `to` is absent. */
interface AssignedCommune {
  readonly commune: UnitId;
  readonly from: Month;
  readonly to?: Month;
}

/** A session with the units whose subtrees it sees: its own unit, or a working group's communes. */
export interface Viewer extends Session {
  /** In the month that the request is about. */
  readonly scope: readonly UnitId[];
  /** Working groups only: the communes of all months. A thing of another month is judged by them. */
  readonly assigned?: readonly AssignedCommune[];
  /** Units that have ended and whose past or open things are now of the scope; absent where there was no reform. */
  readonly forebears?: readonly Forebear[];
}

const permissions: Readonly<Record<Role, readonly Permission[]>> = {
  cell: ['see', 'submit'],
  commune: ['see', 'submit', 'review'],
  group: ['see', 'review'],
  district: ['see', 'submit', 'review', 'administer'],
};

/**
 * Whether a signed-in person has a permission at a unit: the role must have it, and the unit must be in its scope.
 *
 * @param month the month of the thing at the unit, if it is not the month that the request is about
 */
export function can(viewer: Viewer, permission: Permission, unit: UnitId, month?: Month): boolean {
  const scope = month && viewer.assigned ? communesIn(month, viewer.assigned) : viewer.scope;
  return (
    permissions[viewer.role].includes(permission) &&
    (scope.some((each) => isWithin(unit, each)) || inherits(viewer, permission, unit, month))
  );
}

/**
 * Whether a unit that has ended left its months to the viewer: somebody must finish the last of them, and look back.
 * What only the board of its root may do, it may not.
 */
function inherits({ forebears = [] }: Viewer, permission: Permission, unit: UnitId, month?: Month): boolean {
  return (
    permission !== 'administer' &&
    forebears.some((each) => each.id === unit && (month === undefined || standsIn(month, each)))
  );
}

/**
 * A viewer with the units that have ended and whose past or open things are of the scope.
 *
 * @param units all of the root, and of those where predecessors stood
 * @param now the month that runs
 */
export function seeingBefore<V extends Pick<Viewer, 'scope' | 'forebears'>>(
  viewer: V,
  units: readonly Unit[],
  now: Month,
): V {
  if (!units.some(({ predecessors }) => predecessors)) return viewer;
  return { ...viewer, forebears: lineageOf(units).forebearsOf(viewer.scope, now) };
}

/** Whether what is open at a unit waits for the viewer: what was open at a unit that has ended is its heir's alone. */
export function holds({ scope, forebears = [] }: Pick<Viewer, 'scope' | 'forebears'>, unit: UnitId): boolean {
  const past = forebears.find(({ id }) => id === unit);
  return past ? past.open : scope.some((each) => isWithin(unit, each));
}

/** Whether the viewer is the district's board of a unit: at what its root took over from another, it is not. */
export function isBoardOf({ role, unit }: Pick<Session, 'role' | 'unit'>, of: UnitId): boolean {
  return role === 'district' && isWithin(of, unit);
}

/** The communes that are a working group's in a month. */
export function communesIn(month: Month, assigned: readonly AssignedCommune[]): UnitId[] {
  return assigned.filter((each) => standsIn(month, each)).map(({ commune }) => commune);
}

/**
 * The units below which all stands that the viewer sees of a unit's month: of a district a working group sees no more than
 * its communes, and those before them.
 */
export function seenTops({ role, assigned, forebears = [] }: Viewer, unit: UnitId, month: Month): readonly UnitId[] {
  if (role !== 'group' || !assigned || unit !== districtOf(unit)) return [unit];
  const before = forebears.map(({ id }) => communeOf(id)).filter((commune) => isWithin(commune, unit));
  return [...new Set([...communesIn(month, assigned), ...before])];
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
