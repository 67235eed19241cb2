import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { logFault } from '#functions/fault.ts';
import { type Answer, seeOther } from '#functions/http/answer.ts';
import { cachedUnits } from '#functions/http/cached-units.ts';
import { compress } from '#functions/http/compress.ts';
import { isOurForm, isSameOrigin, keepLang } from '#functions/http/cookies.ts';
import { fallbackError } from '#functions/http/fallback-error.ts';
import { acceptedProof, refuseStranger } from '#functions/http/from-distribution.ts';
import type { HttpDeps } from '#functions/http/http-deps.ts';
import { unavailable } from '#functions/http/kept-form.tsx';
import { problem } from '#functions/http/problem.tsx';
import { type Request, readRequest } from '#functions/http/request.ts';
import { requireSignIn } from '#functions/http/require-sign-in.tsx';
import { securityHeaders } from '#functions/http/security-headers.ts';
import { sendAnswer } from '#functions/http/send-answer.ts';
import type { OpenSession } from '#functions/http/sessions.ts';
import { isUnavailable } from '#functions/http/unavailable.ts';
import { withAudit } from '#functions/http/with-audit.ts';
import { askedMonth } from '#shared/access/asked-month.ts';
import type { Viewer } from '#shared/access/can.ts';
import {
  matchPath,
  type Role,
  type RoutedFunction,
  type RouteKey,
  type RoutesTo,
  routes,
} from '#shared/access/routes.ts';
import type { Session } from '#shared/access/session.ts';
import { monthAt } from '#shared/period.ts';
import { viewerIn } from '#shared/visits/viewer-in.ts';
import { SendOnPage } from '#web/access/send-on-page.tsx';

/** A request of a signed-in user. */
export type SignedIn = Request & { readonly viewer: Viewer };
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
    .use(compress())
    .handler(async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
      const proof = acceptedProof(event, given.originSecrets);
      if (proof === undefined) return refuseStranger();
      const now = new Date().toISOString();
      const deps = { ...given, directory: cachedUnits(given.directory) };
      let request: Request;
      try {
        request = await readRequest(event, now, proof);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        request = await readRequest({ ...event, body: '' }, now, proof);
        return sendAnswer(problem('bad-request', request.lang), request, undefined, deps);
      }
      const { answer, open } = await answerTo(request, actions as Table<Deps>, deps);
      const session = open?.cookie ? [open.cookie] : [];
      const chosen = request.query['lang'] ? [keepLang(request)] : [];
      // If a session is started and then ended, the browser keeps the last cookie: the end.
      const cookies = [...session, ...(answer.cookies ?? []), ...chosen];
      return sendAnswer({ ...answer, cookies }, request, open, deps);
    });
}

interface Answered {
  readonly answer: Answer;
  readonly open?: OpenSession | undefined;
}

async function answerTo<Deps extends HttpDeps>(request: Request, actions: Table<Deps>, deps: Deps): Promise<Answered> {
  let open: OpenSession | undefined;
  try {
    open = await deps.sessions.find(request);
    if (!Object.hasOwn(routes, request.route)) return { answer: problem('not-found', request.lang), open };
    let answer = await authorize(request, open, actions, deps);
    if (answer.opened) {
      open = answer.opened;
      if (answer.resume) answer = await carryOn(request, { ...answer, resume: answer.resume }, open, actions, deps);
    }
    return { answer: await withAudit(answer, request, open?.session, deps), open };
  } catch (error) {
    const isOutage = isUnavailable(error);
    logFault(isOutage ? 'unavailable' : 'fault', request.route, error);
    return { answer: isOutage ? unavailable(request, open !== undefined) : problem('fault', request.lang), open };
  }
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
  if (roles === 'everyone') return (actions[request.route] as OpenAction<Deps>)(request, deps);
  if (!open) return requireSignIn(request);
  if (!(roles as readonly Role[]).includes(open.session.role)) return problem('not-allowed', request.lang);
  // A form of an earlier session, open in another tab: nothing typed is lost, but its sender must sign in again.
  if (changes && !isOurForm(request, open.id)) return requireSignIn(request);
  return runAction(request, open.session, actions, deps);
}

/** Handles the form that signing in interrupted; the answer keeps the audit entries and the cookies of signing in. */
async function carryOn<Deps extends HttpDeps>(
  request: Request,
  { resume, audit: signedIn = [], cookies = [] }: Answer & { readonly resume: NonNullable<Answer['resume']> },
  { session }: OpenSession,
  actions: Table<Deps>,
  deps: Deps,
): Promise<Answer> {
  const { path, body } = resume;
  const match = matchPath('POST', path);
  if (!match) return { ...seeOther('/', cookies), audit: signedIn };
  const { roles } = routes[match.route];
  const isLetIn = roles !== 'everyone' && (roles as readonly Role[]).includes(session.role);
  if (isLetIn && !(match.route in actions)) {
    // The form is another function's, which this one cannot handle, so the user sends it there.
    return {
      status: 200,
      page: (context) => <SendOnPage context={context} why="signed-in" action={path} typed={body} />,
      cookies,
      audit: signedIn,
    };
  }
  const answer = isLetIn
    ? await runAction({ ...request, ...match, path, query: queryOf(path), body }, session, actions, deps)
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
  // Pages show the user's unit: read it now, in parallel. If that fails, `sendAnswer` shows its id instead.
  if (request.route.startsWith('GET ') && !request.wantsJson) deps.directory.unit(session.unit).catch(() => undefined);
  const list = session.role === 'group' ? await deps.directory.groupList(session.unit) : undefined;
  const viewer = viewerIn(askedMonth(request.route, request) ?? monthAt(request.now), session, list);
  return (actions[request.route] as Action<Deps>)({ ...request, viewer }, deps);
}
