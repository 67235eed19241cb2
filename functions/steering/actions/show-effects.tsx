import type { Answer } from '#functions/http/answer.ts';
import type { SignedIn } from '#functions/http/http-handler.tsx';
import { viewed } from '#functions/http/viewed.ts';
import { loadEffects } from '#functions/steering/actions/load-effects.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import type { TrackedAction } from '#shared/actions/action.ts';
import { fullName, type Unit } from '#shared/units/units.ts';
import { EffectsPage } from '#web/actions/effects-page.tsx';

interface Held {
  readonly actions: readonly TrackedAction[];
  readonly units: readonly Unit[];
}

/** Whether the actions of a district have worked: each closed one, and all on one figure together. */
export async function effectsAnswer(
  { viewer, now }: SignedIn,
  { actions, units }: Held,
  deps: { readonly scorecards: Pick<ScorecardStore, 'between'> },
): Promise<Answer> {
  const { pooled, closed } = await loadEffects(viewer.unit, { actions, units, now }, deps);
  const names = new Map(units.map((unit) => [unit.id, fullName(unit)]));
  return {
    status: 200,
    json: {
      unit: viewer.unit,
      pooled,
      closed: closed.map(({ action: { id, unit, indicator }, effect }) => ({
        id,
        unit,
        indicator,
        effect: effect ?? null,
      })),
    },
    audit: viewed(
      closed.map(({ action }) => action.id),
      `actions ${viewer.unit} effect`,
    ),
    page: (context) => (
      <EffectsPage
        context={context}
        pooled={pooled}
        closed={closed.map((each) => ({ ...each, unitName: names.get(each.action.unit) ?? each.action.unit }))}
      />
    ),
  };
}
