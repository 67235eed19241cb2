import type { Action } from '#functions/http/http-handler.tsx';
import { openedUnit } from '#functions/http/named.ts';
import { namedBefore } from '#functions/http/named-before.ts';
import { problem } from '#functions/http/problem.tsx';
import { viewed } from '#functions/http/viewed.ts';
import { loadProposals } from '#functions/steering/actions/load-proposals.ts';
import { effectsAnswer } from '#functions/steering/actions/show-effects.tsx';
import { type HeldActionDeps, heldActions } from '#functions/store/held-actions.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import { ownerName } from '#shared/access/owner-name.ts';
import { isActionOverdue } from '#shared/actions/action.ts';
import { type ActionList, actionLists, actionsIn, countActions } from '#shared/actions/choose-actions.ts';
import { actionsTexts } from '#shared/actions/texts/actions.ts';
import { parseCount } from '#shared/input/numbers.ts';
import { monthAt } from '#shared/period.ts';
import { indicatorIds } from '#shared/scorecards/indicators.ts';
import { compareUnits, fullName, isWithin, standingIn, type UnitId, unitIn } from '#shared/units/units.ts';
import { ActionsPage } from '#web/actions/actions-page.tsx';

interface Deps extends HeldActionDeps {
  readonly scorecards: Pick<ScorecardStore, 'between'>;
}

const A_PAGE = 25;

/** Shows what is done about the figures of a unit and below; to the district also what two months' figures propose. */
export const showActions: Action<Deps> = async (request, deps) => {
  const { query, viewer, lang, now } = request;
  const id = await namedBefore(viewer, now, deps.directory, (as) => openedUnit(as, query['unit']));
  if (!id) return problem('not-found', lang);
  const { units, actions } = await heldActions(id, viewer, now, deps);
  const unit = units.find((each) => each.id === id);
  if (!unit) return problem('not-found', lang);
  const indicator = indicatorIds.find((each) => each === query['indicator']);
  const isChosen = (each: { readonly indicator: string }) => indicator === undefined || each.indicator === indicator;
  const decides = viewer.role === 'district';
  if (decides && id === viewer.unit && query['view'] === 'effect') {
    return effectsAnswer(request, { actions, units }, deps);
  }
  const found = decides ? await loadProposals(id, now, { actions, units }, deps) : [];
  const all = found.filter((each) => isWithin(each.unit, id));
  const proposals = all.filter(isChosen);
  const counts = {
    ...countActions(actions, now, indicator),
    ...(decides && { proposed: proposals.length }),
  };
  const list: ActionList | 'proposed' =
    decides && query['state'] === 'proposed'
      ? 'proposed'
      : (actionLists.find((each) => each === query['state']) ?? 'open');
  const rows = list === 'proposed' ? proposals : actionsIn(list, actions, now, indicator);
  const pages = Math.max(1, Math.ceil(rows.length / A_PAGE));
  const page = Math.min(Math.max(1, parseCount(query['page'] ?? '') ?? 1), pages);
  const onPage = <Row,>(each: readonly Row[]) => each.slice((page - 1) * A_PAGE, page * A_PAGE);
  const nameOf = (of: UnitId) => {
    const named = units.find((each) => each.id === of);
    return named ? fullName(unitIn(monthAt(now), named)) : of;
  };
  const shown = list === 'proposed' ? [] : onPage(actionsIn(list, actions, now, indicator));
  const listed = shown.map((action) => ({
    action,
    unitName: nameOf(action.unit),
    overdue: isActionOverdue(action, now),
  }));
  const proposed = list === 'proposed' ? onPage(proposals) : [];
  const communes = standingIn(monthAt(now), units).filter(({ level }) => level === 'commune');
  return {
    status: 200,
    of: { unit: id, page: actionsTexts[lang].title },
    json: {
      ...{ unit: id, state: list, counts, total: rows.length },
      actions: listed.map(({ action, overdue }) => ({ ...action, overdue })),
      proposals: proposed,
    },
    audit: viewed(
      shown.map((action) => action.id),
      `actions ${id}`,
    ),
    page: (context) => (
      <ActionsPage
        context={context}
        unit={{ id, name: ownerName(viewer, unit) }}
        list={list}
        mayCompare={decides}
        counts={counts}
        {...(indicator && { indicator })}
        units={
          unit.level === 'district' ? communes.sort(compareUnits).filter((each) => isIn(viewer.scope, each.id)) : []
        }
        indicators={indicatorIds.filter((each) => [...actions, ...all].some((one) => one.indicator === each))}
        actions={listed}
        proposals={proposed}
        page={page}
        pages={pages}
      />
    ),
  };
};

function isIn(scope: readonly UnitId[], unit: UnitId): boolean {
  return scope.some((each) => isWithin(unit, each));
}
