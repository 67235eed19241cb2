import type { Answer } from '#functions/http/answer.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { viewed } from '#functions/http/viewed.ts';
import { type ActionDeps, type LoadedAction, loadAction } from '#functions/steering/actions/load-action.ts';
import { isActionOverdue } from '#shared/actions/action.ts';
import type { SaidStep } from '#shared/actions/parse-action.ts';
import { monthAt } from '#shared/period.ts';
import { ActionPage } from '#web/actions/action-page.tsx';

/** An action with all that was done about it. */
export const showAction: Action<ActionDeps> = async (request, deps) => {
  const loaded = await loadAction(request, deps);
  return loaded
    ? actionAnswer(request, loaded, { done: request.query['done'] === '1' })
    : problem('not-found', request.lang);
};

/** What the page says of a form that it had sent, and of which one. */
interface SentStep extends SentFormState {
  readonly step?: SaidStep['kind'];
  /** The action was to be closed while its figure is missed, and nobody said why. */
  readonly stillMissed?: boolean;
}

/** The page of an action, and its JSON. */
export function actionAnswer({ now }: SignedIn, loaded: LoadedAction, sent: SentStep): Answer {
  const { action, unitName, communeName, keeper, newest, stepsOn } = loaded;
  const { done = false, typed = {}, errors = [], stale, step, stillMissed = false } = sent;
  const overdue = isActionOverdue(action, now);
  return {
    status: 200,
    json: { ...action, overdue, keeper, newest: newest ?? null },
    audit: viewed([action.id]),
    page: (context) => (
      <ActionPage
        context={context}
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
