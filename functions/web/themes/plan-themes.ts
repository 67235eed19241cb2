import { seeOther } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import { changeOf } from '#functions/http/owing.ts';
import { problem } from '#functions/http/problem.tsx';
import { staleProblem } from '#functions/http/stale-problem.ts';
import type { ThematicPlanStore } from '#functions/store/thematic-plan-store.ts';
import { loadThemes, type ThemesDeps, themesAnswer } from '#functions/web/themes/show-themes.tsx';
import { can } from '#shared/access/can.ts';
import { pathTo } from '#shared/access/routes.ts';
import { monthAt } from '#shared/period.ts';
import { parseThematicPlans } from '#shared/themes/thematic-plan.ts';
import { placeIn } from '#shared/units/cells-page.ts';
import { hasEnded } from '#shared/units/ended-unit.ts';

interface Deps extends ThemesDeps {
  readonly thematicPlans: Pick<ThematicPlanStore, 'ofYear' | 'append'>;
}

/**
 * Stores plans for thematic meetings: a commune plans for its cells, a cell for itself. Each cell's plan is stored
 * separately, so a plan that has changed meanwhile does not stop the others.
 */
export const planThemes: Action<Deps> = async (request, deps) => {
  const { csrf, ...typed } = request.body;
  const loaded = await loadThemes(request, deps);
  if (!loaded || loaded.unit.level === 'district') return problem('not-found', request.lang);
  const { unit, year, month, cells, plans } = loaded;
  if (!can(request.viewer, 'submit', unit.id) || hasEnded(unit, month)) return problem('not-allowed', request.lang);
  const parsed = parseThematicPlans(typed, { year, month, cells, stored: plans });
  if (!parsed.ok) return themesAnswer(request, loaded, 422, { typed, errors: parsed.errors });
  const authorship = authorshipOf(request);
  const outcomes = await Promise.all(
    parsed.plans.map(async ({ plan, base }) => {
      const { cell } = plan;
      const change = changeOf(request.owing, () => ({
        of: `${cell}#themes#${year}`,
        rollUp: { unit: unit.id, month: monthAt(request.now), official: false },
      }));
      const { kind } = await deps.thematicPlans.append(plan, base, authorship, change.before);
      return { cell, kind, change: change.stored(plan, kind === 'added') };
    }),
  );
  const audit = await request.owing.pay(outcomes.filter(({ kind }) => kind === 'added').map(({ change }) => change));
  const stale = outcomes.filter(({ kind }) => kind === 'stale').map(({ cell }) => cell);
  if (stale.length > 0) {
    const newer = (await loadThemes(request, deps)) ?? loaded;
    return { ...themesAnswer(request, newer, 409, { typed, stale }), json: staleProblem(request.lang), audit };
  }
  return { ...seeOther(pathTo('/themes', {}, { unit: unit.id, year, ...placeIn(request.query), done: '1' })), audit };
};
