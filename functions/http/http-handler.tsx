import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { logFault } from '#functions/fault.ts';
import { type Answer, seeOther } from '#functions/http/answer.ts';
import { bearerOf } from '#functions/http/bearer-of.ts';
import { cachedUnits } from '#functions/http/cached-units.ts';
import { compress } from '#functions/http/compress.ts';
import { isOurForm, isSameOrigin, keepLang } from '#functions/http/cookies.ts';
import { fallbackError } from '#functions/http/fallback-error.ts';
import { ownerOf } from '#functions/http/form-owner.ts';
import { acceptedProof, refuseStranger } from '#functions/http/from-distribution.ts';
import type { HttpDeps } from '#functions/http/http-deps.ts';
import { inTime } from '#functions/http/in-time.ts';
import { interrupted, othersForm, sendOn } from '#functions/http/kept-form.tsx';
import { limitAnswer } from '#functions/http/limit-answer.ts';
import { type Owing, owingOf } from '#functions/http/owing.ts';
import { problem } from '#functions/http/problem.tsx';
import { readNamed, readWithDistrict } from '#functions/http/read-ahead.ts';
import { refuseMachine } from '#functions/http/refuse-machine.ts';
import { type Request, readRequest, TooLarge, withBody } from '#functions/http/request.ts';
import { requireSignIn } from '#functions/http/require-sign-in.ts';
import { securityHeaders } from '#functions/http/security-headers.ts';
import { sendAnswer } from '#functions/http/send-answer.tsx';
import type { Sender } from '#functions/http/session-header.ts';
import type { OpenSession } from '#functions/http/sessions.ts';
import { tooLarge } from '#functions/http/too-large.tsx';
import { isUnavailable } from '#functions/http/unavailable.ts';
import { withAudit } from '#functions/http/with-audit.ts';
import { withForebears } from '#functions/http/with-forebears.ts';
import { UnreadableItem } from '#functions/store/format.ts';
import { isFull } from '#functions/store/item-room.ts';
import { alarmingWords } from '#functions/store/tables.ts';
import { listingUnreadable } from '#functions/store/unreadable.ts';
import { askedMonth } from '#shared/access/asked-month.ts';
import { can, type Viewer } from '#shared/access/can.ts';
import {
  isOpenToPrograms,
  matchPath,
  type Role,
  type RoutedFunction,
  type RouteKey,
  type RoutesTo,
  routes,
} from '#shared/access/routes.ts';
import { actorOf, type Session } from '#shared/access/session.ts';
import { monthAt } from '#shared/period.ts';
import { unitNamed } from '#shared/scorecards/left-out.ts';
import { viewerIn } from '#shared/visits/viewer-in.ts';

/** A request of a signed-in user. */
export type SignedIn = Request & { readonly viewer: Viewer; readonly owing: Owing };
export type Action<Deps> = (request: SignedIn, deps: Deps) => Promise<Answer>;
/** An action that needs no session. */
export type OpenAction<Deps> = (request: Request, deps: Deps) => Promise<Answer>;

/** One action for each route of a function: a missing one does not compile. */
export type Actions<F extends RoutedFunction, Deps> = {
  readonly [K in RoutesTo<F>]: (typeof routes)[K]['roles'] extends 'everyone' ? OpenAction<Deps> : Action<Deps>;
};

type Table<Deps> = Readonly<Partial<Record<RouteKey, Action<Deps> | OpenAction<Deps>>>>;

/** Handles a function's routes: reads the request, authorises it, and turns the action's answer into a response. */
export function httpHandler<F extends RoutedFunction, Deps extends HttpDeps>(actions: Actions<F, Deps>, given: Deps) {
  return middy()
    .use(securityHeaders())
    .use(fallbackError())
    .use(limitAnswer())
    .use(compress())
    .handler(async (event: APIGatewayProxyEventV2, lambda: Context): Promise<APIGatewayProxyStructuredResultV2> => {
      const proof = acceptedProof(event, given.originSecrets);
      if (proof === undefined) return refuseStranger();
      const now = new Date().toISOString();
      given.notices.ask(now);
      const deps = { ...given, directory: cachedUnits(given.directory) };
      let request: Request;
      try {
        request = readRequest(event, now, proof);
      } catch (error) {
        if (!(error instanceof SyntaxError || error instanceof TooLarge)) throw error;
        request = readRequest({ ...event, body: '' }, now, proof);
        const answer = error instanceof TooLarge ? tooLarge(event, request) : problem('bad-request', request.lang);
        return sendAnswer(answer, request, 'unknown', deps);
      }
      return inTime(respond(request, actions as Table<Deps>, deps), lambda.getRemainingTimeInMillis(), () => {
        logFault(alarmingWords.unavailable, request.route, new Error('Late'));
        // It asks nothing of anybody: neither who sent it nor what its unit is called.
        const alone = { ...deps, directory: { ...deps.directory, unit: async () => undefined } };
        return sendAnswer(interrupted('unavailable', request, false), request, 'unknown', alone);
      });
    });
}

/** The response to a request, however long that takes. */
async function respond<Deps extends HttpDeps>(
  request: Request,
  actions: Table<Deps>,
  deps: Deps,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { answer, sender } = await answerTo(request, actions, deps);
  const session = typeof sender === 'object' && sender.cookie ? [sender.cookie] : [];
  const chosen = request.query['lang'] && bearerOf(request) === undefined ? [keepLang(request)] : [];
  // If a session is started and then ended, the browser keeps the last cookie: the end.
  const cookies = [...session, ...(answer.cookies ?? []), ...chosen];
  return sendAnswer({ ...answer, cookies }, request, sender, deps);
}

interface Answered {
  readonly answer: Answer;
  readonly sender: Sender;
}

async function answerTo<Deps extends HttpDeps>(request: Request, actions: Table<Deps>, deps: Deps): Promise<Answered> {
  let sender: Sender = 'unknown';
  try {
    const bearer = bearerOf(request);
    if (bearer !== undefined) return { answer: await answerMachine(request, bearer, actions, deps), sender };
    readNamed(request, deps.directory);
    let open = await deps.sessions.find(request);
    sender = open ?? 'nobody';
    if (!Object.hasOwn(routes, request.route)) return { answer: problem('not-found', request.lang), sender };
    let answer = await authorize(request, open, actions, deps);
    if (answer.opened) {
      open = answer.opened;
      sender = open;
      if (answer.resume) answer = await carryOn(request, { ...answer, resume: answer.resume }, open, actions, deps);
    }
    return { answer: await withAudit(answer, request, open?.session, deps), sender };
  } catch (error) {
    // Nobody need be woken for it: who sent it is told what to do.
    if (isFull(error)) return { answer: problem('full', request.lang), sender };
    const isOutage = isUnavailable(error);
    logFault(isOutage ? alarmingWords.unavailable : alarmingWords.fault, request.route, error);
    const why = isOutage ? 'unavailable' : error instanceof UnreadableItem ? 'unreadable' : 'fault';
    return { answer: interrupted(why, request, typeof sender === 'object'), sender };
  }
}

/**
 * The answer to a program, which sends a machine token and no cookie that counts: so nobody's browser can be made to send
 * it, and no form of ours is asked for. It gets what a session of its scopes would, but JSON and files alone.
 */
async function answerMachine<Deps extends HttpDeps>(
  request: Request,
  bearer: string,
  actions: Table<Deps>,
  deps: Deps,
): Promise<Answer> {
  if (!Object.hasOwn(routes, request.route)) return problem('not-found', request.lang);
  if (isOpenToPrograms(request.route)) return (actions[request.route] as OpenAction<Deps>)(request, deps);
  const admitted = await deps.tokens.admit(request, bearer);
  if ('refused' in admitted) return withAudit(refuseMachine(admitted, request), request, undefined, deps);
  const { session } = admitted;
  const isLetIn = (routes[request.route].roles as readonly Role[]).includes(session.role);
  const answer = isLetIn ? await runAction(request, session, actions, deps) : problem('not-allowed', request.lang);
  const { cookies: _, ...recorded } = await withAudit(answer, request, session, deps);
  return recorded.json !== undefined || recorded.file ? recorded : problem('not-allowed', request.lang);
}

/** Authorises a request: its role must be one of the route's, and a POST must come from a form of ours. */
async function authorize<Deps extends HttpDeps>(
  request: Request,
  open: OpenSession | undefined,
  actions: Table<Deps>,
  deps: Deps,
): Promise<Answer> {
  const { roles } = routes[request.route];
  const changes = request.route.startsWith('POST ');
  if (changes && !isSameOrigin(request)) return problem('forged', request.lang);
  if (roles === 'everyone') {
    return (await refuseUnread(request)) ?? (actions[request.route] as OpenAction<Deps>)(request, deps);
  }
  if (!open) return requireSignIn(request);
  // A form of an earlier session, open in another tab: nothing typed is lost, but its sender must sign in again. A form
  // of somebody else's says so even where this account may not use it.
  const isLetIn = (roles as readonly Role[]).includes(open.session.role);
  const owner = ownerOf(request.body['csrf'], deps.originSecrets);
  const isForeign = changes && !isOurForm(request, open.id);
  if (isForeign && (isLetIn || (owner && owner.user !== open.session.user))) return requireSignIn(request);
  if (!isLetIn) return problem('not-allowed', request.lang);
  return runAction(request, open.session, actions, deps);
}

/**
 * Handles the form that signing in interrupted; the answer keeps the audit entries and the cookies of signing in. A form
 * of somebody else's is not sent, and one that no session of ours is known to have shown is shown first.
 */
async function carryOn<Deps extends HttpDeps>(
  request: Request,
  { resume, audit: signedIn = [], cookies = [] }: Answer & { readonly resume: NonNullable<Answer['resume']> },
  { session }: OpenSession,
  actions: Table<Deps>,
  deps: Deps,
): Promise<Answer> {
  const { path, typed: body } = resume;
  const match = matchPath('POST', path);
  if (!match) return { ...seeOther('/', cookies), audit: signedIn };
  const interrupted = resume;
  const owner = ownerOf(body['csrf'], deps.originSecrets);
  if (owner && owner.user !== session.user) {
    return { status: 409, page: othersForm(interrupted), cookies, audit: signedIn, interrupted };
  }
  const { roles } = routes[match.route];
  const isLetIn = roles !== 'everyone' && (roles as readonly Role[]).includes(session.role);
  // A form of another function's is sent there by the user, since this one cannot handle it.
  if (isLetIn && (!owner || !(match.route in actions))) {
    return { status: 200, page: sendOn('signed-in', path, body), cookies, audit: signedIn, interrupted };
  }
  const answer = isLetIn
    ? await runAction({ ...request, ...match, path, query: queryOf(path), ...withBody(body) }, session, actions, deps)
    : problem('not-allowed', request.lang);
  return {
    ...answer,
    cookies: [...cookies, ...(answer.cookies ?? [])],
    audit: [...signedIn, ...(answer.audit ?? [])],
  };
}

function queryOf(path: string): Request['query'] {
  return Object.fromEntries(new URLSearchParams(path.split('?')[1] ?? ''));
}

async function runAction<Deps extends HttpDeps>(
  request: Request,
  session: Session,
  actions: Table<Deps>,
  deps: Deps,
): Promise<Answer> {
  const refused = await refuseUnread(request);
  if (refused) return refused;
  // Nearly every action reads the user's unit and its district, and pages show the unit.
  readWithDistrict(session.unit, deps.directory);
  const list = session.role === 'group' ? await deps.directory.groupList(session.unit) : undefined;
  const viewer = viewerIn(askedMonth(request.route, request) ?? monthAt(request.now), session, list);
  const seeing = await withForebears(viewer, request, deps.directory);
  const action = actions[request.route] as Action<Deps>;
  const owing = owingOf(request, actorOf(session), deps);
  const { result, unreadable } = await listingUnreadable(() => action({ ...request, viewer: seeing, owing }, deps));
  // A page names what it could not read, as far as its reader may know of it.
  const leftOut = unreadable.filter(({ name }) => can(seeing, 'see', unitNamed(name)));
  return leftOut.length > 0 ? { ...result, leftOut } : result;
}

/** The routes whose form comes back with the mistakes at its fields; text that could not be read is one of them. */
export const formRoutes: ReadonlySet<RouteKey> = new Set([
  'POST /months/{month}/grid',
  'POST /reports',
  'POST /reports/import',
  'POST /reports/{id}',
  'POST /reviews',
  'POST /tasks/{id}',
  'POST /reports/{id}/papers',
  'POST /matters/{id}',
  'POST /actions',
  'POST /actions/{id}',
  'POST /visits',
  'POST /officers',
  'POST /guidance',
  'POST /targets',
  'POST /library',
  'POST /library/{piece}',
  'POST /trainings',
  'POST /trainings/{training}',
  'POST /trainings/{training}/check',
  'POST /prepare',
  'POST /briefings/{unit}/{month}',
  'POST /summaries/{unit}',
  'POST /prepare/proposals',
  'POST /practice',
  'POST /practice/prepare',
  'POST /practice/reports',
  'POST /practice/reports/{id}',
  'POST /practice/reports/{id}/papers',
  'POST /proposals/{code}',
  'POST /themes',
  'POST /themes/shared',
  'POST /groups',
  'POST /directory/users',
  'POST /directory/tokens',
  'POST /directory/units',
  'POST /directory/baseline',
  'POST /directory/reorganise',
]);

/** Refuses what could not be read, where the action would not. */
async function refuseUnread({ route, unread, lang }: Request): Promise<Answer | undefined> {
  if (unread.length === 0 || formRoutes.has(route)) return undefined;
  const { fieldProblem } = await import('#functions/http/field-problem.ts');
  return { ...problem('unread', lang), json: fieldProblem(unread, lang) };
}
