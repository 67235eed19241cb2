import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import { actedOn, seriesOf } from '#shared/actions/acted-on.ts';
import { isPlanned, type PlannedAction, type TrackedAction } from '#shared/actions/action.ts';
import { type ActionEffect, effectsOf, type PooledEffect, pooledEffect } from '#shared/actions/effect.ts';
import { addMonths, type Instant, monthAt } from '#shared/period.ts';
import { indicatorIds, ruleOf } from '#shared/scorecards/indicators.ts';
import type { Unit, UnitId } from '#shared/units/units.ts';

/** How far back figures are read: three years of actions, and the months before the first of them. */
const MONTHS_BACK = 42;

/** What closed actions have come to, and what all actions on each figure have reached together. */
export interface LoadedEffects {
  readonly pooled: readonly PooledEffect[];
  readonly closed: readonly { readonly action: PlannedAction; readonly effect?: ActionEffect }[];
}

/** Compares the figures of a district's communes, official months alone. */
export async function loadEffects(
  district: UnitId,
  {
    actions,
    units,
    now,
  }: { readonly actions: readonly TrackedAction[]; readonly units: readonly Unit[]; readonly now: Instant },
  { scorecards }: { readonly scorecards: Pick<ScorecardStore, 'between'> },
): Promise<LoadedEffects> {
  const planned = actions.filter(isPlanned);
  if (planned.length === 0) return { pooled: [], closed: [] };
  const found = await scorecards.between(district, addMonths(monthAt(now), -MONTHS_BACK), monthAt(now));
  const official = found.filter(({ status }) => status === 'official');
  const kinds = new Map(units.map(({ id, kind }) => [id, kind]));
  const all = indicatorIds.flatMap((indicator) => {
    const own = actedOn(planned.filter((each) => each.indicator === indicator));
    // Only shares are compared: points of a hundred.
    if (own.length === 0 || ruleOf(indicator).as) return [];
    const series = seriesOf(indicator, official, (unit) => kinds.get(unit) ?? '');
    return [{ pooled: pooledEffect(indicator, own, series), effects: effectsOf(own, series) }];
  });
  const effects = new Map(all.flatMap((each) => each.effects).map((effect) => [effect.id, effect]));
  const closed = planned
    .filter(({ state }) => state === 'closed')
    .map((action) => {
      const effect = effects.get(action.id);
      return { action, ...(effect && { effect }) };
    });
  return { pooled: all.map(({ pooled }) => pooled), closed };
}
