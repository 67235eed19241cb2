import type { ListQuery } from '#functions/http/list-query.ts';
import { openedUnit } from '#functions/http/named.ts';
import { type HeldActionDeps, heldActions } from '#functions/store/held-actions.ts';
import type { Viewer } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import type { ActionId, PlannedAction } from '#shared/actions/action.ts';
import { actionLists, actionsIn } from '#shared/actions/choose-actions.ts';
import { type Neighbours, neighboursOf } from '#shared/neighbours.ts';
import type { Instant } from '#shared/period.ts';
import { indicatorIds } from '#shared/scorecards/indicators.ts';
import type { Neighbour } from '#web/components/neighbour-nav.tsx';

/** What chooses a list of actions in an address. */
export const actionListNames = ['unit', 'state', 'indicator'] as const;

/** What stands before and after an action in the list from which its reader came. */
export async function besideAction(
  { viewer, now }: { readonly viewer: Viewer; readonly now: Instant },
  list: ListQuery,
  id: ActionId,
  deps: HeldActionDeps,
): Promise<Neighbours<Neighbour>> {
  const unit = openedUnit(viewer, list['unit']);
  if (!unit) return {};
  const { actions } = await heldActions(unit, viewer, now, deps);
  const state = actionLists.find((each) => each === list['state']) ?? 'open';
  const indicator = indicatorIds.find((each) => each === list['indicator']);
  const { previous, next } = neighboursOf(actionsIn(state, actions, now, indicator), (each) => each.id === id);
  const named = ({ id: other, plan }: PlannedAction): Neighbour => ({
    name: plan.what,
    path: pathTo('/actions/{id}', { id: other }, list),
  });
  return { ...(previous && { previous: named(previous) }), ...(next && { next: named(next) }) };
}
