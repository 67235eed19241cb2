import { isPlanned, type PlannedAction, type TrackedAction } from '#shared/actions/action.ts';
import type { Cause } from '#shared/actions/causes.ts';
import type { LostPoints } from '#shared/briefings/lost-points.ts';
import type { Flag } from '#shared/judging/judgement.ts';
import type { Indicator, Scorecard } from '#shared/scorecards/scorecard.ts';
import type { UnitId } from '#shared/units/units.ts';

/** What a briefing is made of. */
export interface BriefingFacts {
  readonly scorecard: Scorecard;
  readonly lost: LostPoints;
  /** What is being done about figures of the unit and below, the first to be done first. */
  readonly actions: readonly PlannedAction[];
}

/** The actions under way, the first to be done first. */
export function underWay(actions: readonly TrackedAction[]): readonly PlannedAction[] {
  return actions
    .filter(isPlanned)
    .filter(({ state }) => state === 'open')
    .sort((a, b) => (`${a.plan.due} ${a.id}` < `${b.plan.due} ${b.id}` ? -1 : 1));
}

/** The name of an action's unit, as the scorecard has it. */
export function unitName({ unit, name, children, belowNorm }: Scorecard, of: UnitId): string {
  if (of === unit) return name;
  return children.find((each) => each.unit === of)?.name ?? belowNorm.find(({ cell }) => cell === of)?.name ?? of;
}

/**
 * On how many figures each cause was chosen, most first. A figure of a unit on which several actions are under way, of
 * different months, has a cause once.
 */
export function causeCounts(actions: readonly PlannedAction[]): readonly (readonly [Cause, number])[] {
  const figures = new Map<Cause, Set<string>>();
  for (const { unit, indicator, plan } of actions) {
    figures.set(plan.cause, (figures.get(plan.cause) ?? new Set()).add(`${unit} ${indicator}`));
  }
  return [...figures].map(([cause, of]) => [cause, of.size] as const).sort(([, a], [, b]) => b - a);
}

/** How many cells have each reason to be listed as below the norm, most first. */
export function reasonCounts(cells: Scorecard['belowNorm']): readonly (readonly [Flag, number])[] {
  const counts = new Map<Flag, number>();
  for (const { reasons } of cells) for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** The figures that miss their targets for good. */
export function missedOf({ indicators }: Pick<Scorecard, 'indicators'>): readonly Indicator[] {
  return indicators.filter(({ verdict }) => verdict === 'missed');
}
