import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { listQuery } from '#functions/http/list-query.ts';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { viewed } from '#functions/http/viewed.ts';
import { actionListNames, besideAction } from '#functions/steering/actions/beside-action.ts';
import { type ActionDeps, type LoadedAction, loadAction } from '#functions/steering/actions/load-action.ts';
import type { HeldActionDeps } from '#functions/store/held-actions.ts';
import { isActionOverdue } from '#shared/actions/action.ts';
import type { SaidStep } from '#shared/actions/parse-action.ts';
import type { Neighbours } from '#shared/neighbours.ts';
import { monthAt } from '#shared/period.ts';
import { ActionPage } from '#web/actions/action-page.tsx';
import type { Neighbour } from '#web/components/neighbour-nav.tsx';

/** An action with all that was done about it. */
export const showAction: Action<ActionDeps & HeldActionDeps> = async (request, deps) => {
  const loaded = await loadAction(request, deps);
  if (!loaded) return problem('not-found', request.lang);
  const list = listQuery(request.query, actionListNames);
  const beside = list && (await besideAction(request, list, loaded.action.id, deps));
  return actionAnswer(request, loaded, { done: request.query['done'] === '1', ...(beside && { beside }) });
};

/** What the page says of a form that it had sent, and of which one. */
interface SentStep extends SentFormState {
  readonly step?: SaidStep['kind'];
  /** The action was to be closed while its figure is missed, and nobody said why. */
  readonly stillMissed?: boolean;
  /** What stands beside it in the list from which the reader came. */
  readonly beside?: Neighbours<Neighbour>;
}

/** The page of an action, and its JSON. */
export function actionAnswer({ now, query }: SignedIn, loaded: LoadedAction, sent: SentStep): Answer {
  const { action, unitName, communeName, keeper, newest, stepsOn } = loaded;
  const { done = false, typed = {}, errors = [], stale, step, stillMissed = false, beside } = sent;
  const list = listQuery(query, actionListNames);
  const overdue = isActionOverdue(action, now);
  return {
    status: 200,
    of: { unit: action.unit },
    json: { ...action, overdue, keeper, newest: newest ?? null },
    audit: viewed([action.id]),
    page: (context) => (
      <ActionPage
        context={context}
        {...(list && { list })}
        {...(beside && { beside })}
        action={action}
        unitName={unitName}
        communeName={communeName}
        overdue={overdue}
        {...(newest && { newest })}
        steps={stepsOn(action)}
        thisMonth={monthAt(now)}
        {...(step && { sent: step })}
        typed={typed}
        errors={errors}
        done={done}
        stale={stale === true}
        stillMissed={stillMissed}
      />
    ),
  };
}
