import type { Session } from '#shared/session.ts';
import { isWithin, type UnitId } from '#shared/units.ts';

/** What a person can do to a unit's month or report. */
export type Deed = 'see' | 'submit' | 'review';

/** Whose subtree a session sees: its own unit, or for a working group the communes assigned to it. */
export interface Viewer extends Session {
  readonly scope: readonly UnitId[];
}

const deeds: Readonly<Record<Session['role'], readonly Deed[]>> = {
  cell: ['see', 'submit'],
  commune: ['see', 'submit', 'review'],
  group: ['see', 'review'],
  district: ['see', 'submit', 'review'],
};

/** Whether a signed-in person may do a deed to a unit: the role must have the deed, and the unit be in its scope. */
export function may(viewer: Viewer, deed: Deed, unit: UnitId): boolean {
  return deeds[viewer.role].includes(deed) && viewer.scope.some((scope) => isWithin(unit, scope));
}
