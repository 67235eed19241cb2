import type { Answer } from '#functions/http/answer.ts';
import { authorshipOf } from '#functions/http/authorship-of.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import { namedUnit } from '#functions/http/named.ts';
import { namedBefore } from '#functions/http/named-before.ts';
import { problem } from '#functions/http/problem.tsx';
import type { SentFormState } from '#functions/http/sent-form-state.ts';
import { staleProblem } from '#functions/http/stale-problem.ts';
import { takeForm } from '#functions/http/take-form.ts';
import { viewed } from '#functions/http/viewed.ts';
import { loadProposals } from '#functions/steering/actions/load-proposals.ts';
import type { ActionStore } from '#functions/store/action-store.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import { type HeldActionDeps, heldActions } from '#functions/store/held-actions.ts';
import type { ScorecardStore } from '#functions/store/scorecard-store.ts';
import { holds } from '#shared/access/can.ts';
import { pathTo, type Role } from '#shared/access/routes.ts';
import { type ActionId, actionIdOf, actionOf, type SeenFigure, type TrackedAction } from '#shared/actions/action.ts';
import { mayDecide } from '#shared/actions/action-steps.ts';
import { figureIn, isTold } from '#shared/actions/figures.ts';
import { parseDismissal, parsePlan } from '#shared/actions/parse-action.ts';
import type { Proposal } from '#shared/actions/propose.ts';
import { actionsTexts } from '#shared/actions/texts/actions.ts';
import { readBase } from '#shared/input/read-base.ts';
import type { Typed } from '#shared/input/typed.ts';
import { dayAt, type Month, monthAt, parseMonth } from '#shared/period.ts';
import { type IndicatorId, indicatorIds } from '#shared/scorecards/indicators.ts';
import { communeOf, districtOf, fullName, type Group, type Unit, type UnitId } from '#shared/units/units.ts';
import { type OpeningBar, OpenPage } from '#web/actions/open-page.tsx';

interface OpenDeps {
  readonly directory: HeldActionDeps['directory'] & Pick<DirectoryStore, 'unit' | 'groups'>;
  readonly actions: Pick<ActionStore, 'all' | 'append'>;
  readonly scorecards: Pick<ScorecardStore, 'between' | 'current'>;
}

/** The figure that an action is opened on, with what is known of it. */
interface Opening {
  readonly id: ActionId;
  readonly unit: Unit;
  readonly indicator: IndicatorId;
  readonly month: Month;
  readonly figure?: SeenFigure;
  /** Where two months propose it, to those who decide on proposals. */
  readonly proposal?: Proposal;
  /** What was decided on this very figure before. */
  readonly stored?: TrackedAction;
  readonly underWay: readonly TrackedAction[];
  readonly groups: readonly Group[];
}

/** The form for an action on the figure that the address names. */
export const showOpening: Action<OpenDeps> = async (request, deps) => {
  const opening = await loadOpening(request, request.query, deps);
  return opening ? openingAnswer(opening, request.viewer.role) : problem('not-found', request.lang);
};

/** Opens an action on a figure, or dismisses the proposal of one. */
export const openAction: Action<OpenDeps> = async (request, deps) => {
  const { viewer, lang, now } = request;
  const { csrf, step, seen: typedSeen, unit, indicator, month, ...typed } = request.body;
  const opening = await loadOpening(request, request.body, deps);
  if (!opening) return problem('not-found', lang);
  const seen = readBase(typedSeen);
  const { id, figure, proposal, groups } = opening;
  const owes = ({ events }: TrackedAction) => ({ of: `action#${id}#${events.length}` });
  if (step !== 'open' && step !== 'dismiss') return problem('bad-request', lang);
  if (!mayDecide(step, undefined, viewer.role)) return problem('not-allowed', lang);
  const late = (newest = opening) => lateAnswer(newest, request, { typed, step });
  // What has been stored since is read anew, and shown.
  const stale = async () => late((await loadOpening(request, request.body, deps)) ?? opening);
  // A retry is judged like the first try; the store detects who came too late. That something was decided on the figure
  // before takes nobody's right away: it is news.
  const events = opening.stored?.events.slice(0, Math.max(0, seen)) ?? [];
  if (!mayDecide(step, events.length > 0 ? actionOf(id, events) : undefined, viewer.role)) return late();
  const bar = barOf(opening, viewer.role);
  if (step === 'dismiss') {
    // What nobody proposed cannot be dismissed; what was, is not proposed any more.
    if (!proposal && !opening.stored) return problem('not-found', lang);
    return takeForm(request, {
      parse: () => parseDismissal(typed),
      refuse: (errors) => (proposal ? openingAnswer(opening, viewer.role, { typed, errors }, 'dismiss') : late()),
      append: ({ words }, before) =>
        deps.actions.append(id, { kind: 'dismiss', words, ...authorshipOf(request) }, seen, before),
      stale,
      owes,
      done: () => ({ status: 200, location: pathTo('/actions', {}, { unit: viewer.unit, state: 'proposed' }) }),
    });
  }
  if (bar === 'notTold') return late();
  return takeForm(request, {
    parse: () => parsePlan(typed, { today: dayAt(now), groups: groups.map(({ number }) => number) }),
    refuse: (errors) => (bar ? late() : openingAnswer(opening, viewer.role, { typed, errors }, 'open')),
    append: ({ plan }, before) => {
      const about = { ...(figure && { figure }), ...(proposal && { proposed: true as const }) };
      return deps.actions.append(id, { kind: 'open', plan, ...about, ...authorshipOf(request) }, seen, before);
    },
    stale,
    owes,
    done: (stored, added) => ({
      status: added ? 201 : 200,
      location: pathTo('/actions/{id}', { id }, { done: '1' }),
      ...(request.wantsJson && { json: stored, audit: viewed([id]) }),
    }),
  });
};

async function loadOpening(
  { viewer, now }: SignedIn,
  named: Readonly<Record<string, string | undefined>>,
  deps: OpenDeps,
): Promise<Opening | undefined> {
  const { directory, scorecards } = deps;
  // What was missed before a reform is still to be mended, by who has it now.
  const id = await namedBefore(viewer, now, directory, (as) => {
    const unit = namedUnit(as, 'review', named['unit']);
    return unit && holds(as, unit) ? unit : undefined;
  });
  const indicator = indicatorIds.find((each) => each === named['indicator']);
  const month = parseMonth(named['month'] ?? '');
  if (!id || !indicator || !month || month > monthAt(now)) return undefined;
  const decides = viewer.role === 'district';
  const [unit, groups, { actions: own, units }, scorecard] = await Promise.all([
    directory.unit(id),
    directory.groups(districtOf(id), monthAt(now)),
    heldActions(id, viewer, now, deps),
    scorecards.current(communeOf(id), month),
  ]);
  if (!unit) return undefined;
  const actionId = actionIdOf({ unit: id, indicator, month });
  const found = figureIn(scorecard, id, indicator);
  const figure = scorecard && found && isTold(indicator, found, scorecard.status) ? found : undefined;
  const stored = own.find((each) => each.id === actionId);
  const proposed = decides ? await loadProposals(id, now, { actions: own, units }, { scorecards }) : [];
  const proposal = proposed.find((each) => each.id === actionId);
  return {
    ...{ id: actionId, unit, indicator, month },
    // Whoever helps must see it: a group sees what is of the communes that it attends.
    groups: groups.filter(({ communes }) => communes.includes(communeOf(id))),
    ...(figure && { figure }),
    ...(proposal && { proposal }),
    ...(stored && { stored }),
    // Its own, and what units before it left undone on the same figure; those of the units below are on others'.
    underWay: own.filter((each) => !isBelow(each.unit, id) && each.indicator === indicator && each.state === 'open'),
  };
}

function isBelow(unit: UnitId, above: UnitId): boolean {
  return unit.split('.').length > above.split('.').length;
}

/** Why nobody of a role can open an action on a figure as things stand; `undefined` if they can. */
function barOf({ stored, figure }: Opening, role: Role): OpeningBar | undefined {
  if (!mayDecide('open', stored, role)) return stored?.state === 'open' ? 'already' : 'decided';
  return figure ? undefined : 'notTold';
}

/** What was typed, upon what stands now: in the form again or, where that is not offered any more, to be copied. */
function lateAnswer(
  opening: Opening,
  { viewer, lang }: SignedIn,
  { typed, step }: { readonly typed: Typed; readonly step: string },
): Answer {
  const bar = barOf(opening, viewer.role);
  const words = bar && actionsTexts[lang][bar];
  const answer = openingAnswer(opening, viewer.role, { typed, stale: true }, step);
  // Nobody has written meanwhile: what was asked for is what cannot be.
  if (bar === 'notTold') {
    return { ...answer, status: 422, json: { type: 'urn:problem:no-figure', title: words, status: 422 } };
  }
  return { ...answer, status: 409, json: { ...staleProblem(lang), ...(words && { detail: words }) } };
}

function openingAnswer(
  opening: Opening,
  role: Role,
  { typed = {}, errors = [], stale }: SentFormState = {},
  sent?: string,
): Answer {
  const { unit, indicator, month, figure, proposal, stored, underWay, groups } = opening;
  const bar = barOf(opening, role);
  const about = { unit: unit.id, indicator, month, seen: stored?.events.length ?? 0 };
  return {
    status: 200,
    of: { unit: unit.id },
    json: { ...about, figure: figure ?? null, proposal: proposal ?? null, underWay: underWay.map(({ id }) => id) },
    audit: viewed(underWay.map(({ id }) => id)),
    page: (context) => (
      <OpenPage
        context={context}
        unit={{ id: unit.id, name: fullName(unit) }}
        indicator={indicator}
        about={about}
        {...(figure && { figure })}
        {...(proposal && { before: proposal.before })}
        underWay={underWay}
        groups={groups}
        {...(bar && { bar })}
        {...(sent === 'dismiss' && { sent })}
        typed={typed}
        errors={errors}
        stale={stale === true}
      />
    ),
  };
}
