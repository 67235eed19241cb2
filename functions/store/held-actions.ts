import type { ActionStore } from '#functions/store/action-store.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { heldThings } from '#functions/store/held-things.ts';
import { holds, seeingBefore, type Viewer } from '#shared/access/can.ts';
import type { TrackedAction } from '#shared/actions/action.ts';
import { type Instant, monthAt } from '#shared/period.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

export interface HeldActionDeps {
  readonly directory: Pick<DirectoryStore, 'subtree' | 'elsewhere' | 'allUnits'>;
  readonly actions: Pick<ActionStore, 'all'>;
}

/**
 * All actions of a unit and below that the viewer has, ended ones included; a number that leads to their list is that of
 * `actionsIn` of these. With the units that name them.
 */
export async function heldActions(
  unit: UnitId,
  viewer: Viewer,
  now: Instant,
  { directory, actions }: HeldActionDeps,
): Promise<{ readonly actions: readonly TrackedAction[]; readonly units: readonly Unit[] }> {
  const { units, things } = await heldThings(unit, monthAt(now), actions.all, directory);
  const seeing = viewer.role === 'group' ? seeingBefore(viewer, units, monthAt(now)) : viewer;
  return { units, actions: things.filter((action) => holds(seeing, action.unit)) };
}
