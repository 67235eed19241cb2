import { isActionOverdue, isPlanned, type PlannedAction, type TrackedAction } from '#shared/actions/action.ts';
import type { Instant } from '#shared/period.ts';
import type { IndicatorId } from '#shared/scorecards/indicators.ts';

/** The lists of actions. What is overdue is open, too. */
export const actionLists = ['open', 'overdue', 'closed'] as const;
export type ActionList = (typeof actionLists)[number];

/** The actions of a list, by their last day or, of closed ones, the last closed first: the list's page and its number are of these. */
export function actionsIn(
  list: ActionList,
  actions: readonly TrackedAction[],
  now: Instant,
  indicator?: IndicatorId,
): PlannedAction[] {
  const isIn = (action: TrackedAction) => (list === 'overdue' ? isActionOverdue(action, now) : action.state === list);
  return actions
    .filter(isPlanned)
    .filter((action) => isIn(action) && (indicator === undefined || action.indicator === indicator))
    .sort(list === 'closed' ? lastClosed : firstDue);
}

/** How many actions each list has. */
export function countActions(
  actions: readonly TrackedAction[],
  now: Instant,
  indicator?: IndicatorId,
): Record<ActionList, number> {
  const count = (list: ActionList) => actionsIn(list, actions, now, indicator).length;
  return { open: count('open'), overdue: count('overdue'), closed: count('closed') };
}

function firstDue(a: PlannedAction, b: PlannedAction): number {
  return a.plan.due === b.plan.due ? byId(a, b) : a.plan.due < b.plan.due ? -1 : 1;
}

function lastClosed(a: PlannedAction, b: PlannedAction): number {
  return (b.closedAt ?? '').localeCompare(a.closedAt ?? '') || byId(a, b);
}

function byId(a: TrackedAction, b: TrackedAction): number {
  return a.id < b.id ? -1 : 1;
}
