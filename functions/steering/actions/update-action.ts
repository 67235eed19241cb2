import type { Answer } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { listQuery } from '#functions/http/list-query.ts';
import { problem } from '#functions/http/problem.tsx';
import { staleProblem } from '#functions/http/stale-problem.ts';
import { takeForm } from '#functions/http/take-form.ts';
import { viewed } from '#functions/http/viewed.ts';
import { actionListNames } from '#functions/steering/actions/beside-action.ts';
import { type ActionDeps, type LoadedAction, loadAction } from '#functions/steering/actions/load-action.ts';
import { actionAnswer } from '#functions/steering/actions/show-action.tsx';
import type { ActionStore } from '#functions/store/action-store.ts';
import { pathTo } from '#shared/access/routes.ts';
import { actionOf, actionSteps, isPlanned, type TrackedAction } from '#shared/actions/action.ts';
import { parseActionStep, type SaidStep } from '#shared/actions/parse-action.ts';
import { actionsTexts } from '#shared/actions/texts/actions.ts';
import { stillMissedProblem } from '#shared/actions/texts/still-missed.ts';
import { readBase } from '#shared/input/read-base.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { dayAt, monthAt } from '#shared/period.ts';

interface UpdateDeps extends ActionDeps {
  readonly actions: Pick<ActionStore, 'find' | 'append'>;
}

/** Says what was done, gives the action another day, or closes it: while its figure is missed, only with a reason. */
export const updateAction: Action<UpdateDeps> = async (request, deps) => {
  const { lang, now } = request;
  const loaded = await loadAction(request, deps);
  if (!loaded) return problem('not-found', lang);
  const { action, newest, stepsOn } = loaded;
  const { csrf, seen: typedSeen, step: typedStep, ...typed } = request.body;
  const seen = readBase(typedSeen);
  // A retry is judged like the first try; the store detects who came too late.
  const asSeen = actionOf(action.id, action.events.slice(0, Math.max(1, seen)));
  const step = stepsOn({ state: 'open' }).find((each): each is SaidStep['kind'] => each === typedStep);
  if (!step) return problem(actionSteps.some((each) => each === typedStep) ? 'not-allowed' : 'bad-request', lang);
  const late = (newer: TrackedAction = action) => lateAnswer(request, loaded, newer, { step, typed });
  // That it has ended takes nobody's right away: it is news.
  if (asSeen.state !== 'open') return late();
  const context = {
    today: dayAt(now),
    opened: monthAt(action.openedAt),
    stillMissed: newest?.verdict === 'missed',
  };
  return takeForm(request, {
    parse: () => parseActionStep(step, typed, context),
    refuse: (errors) => (action.state === 'open' ? refusal(request, loaded, { step, typed, errors }) : late()),
    append: ({ step: said }, before) => {
      const event = { ...said, ...authorshipOf(request) };
      const figure = said.kind === 'close' && newest ? { figure: newest } : {};
      return deps.actions.append(action.id, { ...event, ...figure }, seen, before);
    },
    stale: late,
    owes: ({ id, events }) => ({ of: `action#${id}#${events.length}` }),
    done: (stored) => ({
      status: 200,
      location: pathTo('/actions/{id}', { id: action.id }, { ...listQuery(request.query, actionListNames), done: '1' }),
      ...(request.wantsJson && { json: stored, audit: viewed([stored.id]) }),
    }),
  });
};

/** What was typed, upon what somebody has stored since: in the form again or, once the action has ended, to be copied. */
function lateAnswer(
  request: SignedIn,
  loaded: LoadedAction,
  newer: TrackedAction,
  sent: { readonly step: SaidStep['kind']; readonly typed: Typed },
): Answer {
  const action = isPlanned(newer) ? newer : loaded.action;
  const { ended, stale } = actionsTexts[request.lang];
  const json = { ...staleProblem(request.lang), detail: action.state === 'open' ? stale : ended };
  return { ...actionAnswer(request, { ...loaded, action }, { ...sent, stale: true }), status: 409, json };
}

/** The form again; that it cannot be closed yet is a conflict with the figure, and says so with its reason. */
function refusal(
  request: SignedIn,
  loaded: LoadedAction,
  sent: { readonly step: SaidStep['kind']; readonly typed: Typed; readonly errors: readonly FieldError[] },
): Answer {
  const stillMissed = sent.errors.every(({ field, code }) => field === 'despite' && code === 'required');
  const answer = actionAnswer(request, loaded, { ...sent, stillMissed });
  if (!stillMissed || !loaded.newest) return answer;
  return { ...answer, status: 409, json: stillMissedProblem(loaded.action.indicator, loaded.newest, request.lang) };
}
