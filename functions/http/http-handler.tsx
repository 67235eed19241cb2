import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Answer, seeOther } from '#functions/http/answer.ts';
import { compressed } from '#functions/http/compressed.ts';
import { isOurForm, isSameOrigin, keepLang, sessionToken } from '#functions/http/cookies.ts';
import { logFault } from '#functions/http/fault.ts';
import { problem } from '#functions/http/problem.tsx';
import { type Request, readRequest } from '#functions/http/request.ts';
import { secured } from '#functions/http/secured.ts';
import { sendAnswer } from '#functions/http/send-answer.ts';
import { signInFirst } from '#functions/http/sign-in-first.tsx';
import type { VerifyToken } from '#functions/http/tokens.ts';
import { isUnavailable } from '#functions/http/unavailable.ts';
import { unforeseen } from '#functions/http/unforeseen.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { Viewer } from '#shared/may.ts';
import { matchPath, type Role, type RoutedFunction, type RouteKey, type RoutesTo, routes } from '#shared/routes.ts';
import type { Session } from '#shared/session.ts';
import type { UnitId } from '#shared/units.ts';

/** A request of somebody who is signed in. */
export type SignedIn = Request & { readonly viewer: Viewer };
export type Action<Deps> = (request: SignedIn, deps: Deps) => Promise<Answer>;
/** An action that needs no session. */
export type OpenAction<Deps> = (request: Request, deps: Deps) => Promise<Answer>;

/** One action for each route that goes to a function: one that lacks does not compile. */
export type Actions<F extends RoutedFunction, Deps> = {
  readonly [K in RoutesTo<F>]: (typeof routes)[K]['who'] extends 'everyone' ? OpenAction<Deps> : Action<Deps>;
};

type Table<Deps> = Readonly<Partial<Record<RouteKey, Action<Deps> | OpenAction<Deps>>>>;

export interface HttpDeps {
  readonly verifyToken: VerifyToken;
  readonly directory: Pick<DirectoryStore, 'unit' | 'groups'>;
  /** Address of the script that enhances the report form; only the function that shows it is told. */
  readonly formScript?: string;
}

/** Answers a function's routes: reads the request, lets in who may ask, and turns the action's answer into a response. */
export function httpHandler<F extends RoutedFunction, Deps extends HttpDeps>(actions: Actions<F, Deps>, deps: Deps) {
  return middy()
    .use(unforeseen())
    .use(compressed())
    .use(secured())
    .handler(async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
      const now = new Date().toISOString();
      let request: Request;
      try {
        request = readRequest(event, now);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        request = readRequest({ ...event, body: '' }, now);
        return sendAnswer(problem('bad-request', request.lang), request, {}, deps);
      }
      const { answer, token, session } = await answerTo(request, actions as Table<Deps>, deps);
      const chosen = request.query['lang'] ? [keepLang(request)] : [];
      const cookies = [...(answer.cookies ?? []), ...chosen];
      return sendAnswer({ ...answer, cookies }, request, { token, session }, deps);
    });
}

async function answerTo<Deps extends HttpDeps>(
  request: Request,
  actions: Table<Deps>,
  deps: Deps,
): Promise<{ answer: Answer; token?: string | undefined; session?: Session | undefined }> {
  let token = sessionToken(request);
  let session: Session | undefined;
  try {
    session = token ? await deps.verifyToken(token) : undefined;
    if (!Object.hasOwn(routes, request.route)) return { answer: problem('not-found', request.lang), token, session };
    let answer = await admit(request, token, session, actions, deps);
    if (answer.carryOn) {
      token = answer.carryOn.token;
      session = await deps.verifyToken(token);
      answer = { ...(await carryOn(request, answer.carryOn, session, actions, deps)), cookies: answer.cookies ?? [] };
    }
    return { answer, token, session };
  } catch (error) {
    const code = isUnavailable(error) ? 'unavailable' : 'fault';
    logFault(code, request.route, error);
    return { answer: problem(code, request.lang), token, session };
  }
}

/** Lets in who may ask: the route's roles, and for what changes something a form of ours. */
async function admit<Deps extends HttpDeps>(
  request: Request,
  token: string | undefined,
  session: Session | undefined,
  actions: Table<Deps>,
  deps: Deps,
): Promise<Answer> {
  const { who } = routes[request.route];
  const changes = request.route.startsWith('POST ');
  if (changes && !isSameOrigin(request)) return problem('forged', request.lang);
  if (who === 'everyone') return (actions[request.route] as OpenAction<Deps>)(request, deps);
  if (!token || !session) return signInFirst(request);
  if (!(who as readonly Role[]).includes(session.role)) return problem('not-allowed', request.lang);
  // A form of an earlier session, left open in another tab: nothing typed is lost, but its sender signs in once more.
  if (changes && !isOurForm(request, token)) return signInFirst(request);
  return act(request, session, actions, deps);
}

async function carryOn<Deps extends HttpDeps>(
  request: Request,
  { path, body }: NonNullable<Answer['carryOn']>,
  session: Session | undefined,
  actions: Table<Deps>,
  deps: Deps,
): Promise<Answer> {
  const match = matchPath('POST', path);
  if (!session || !match || !(match.route in actions)) return seeOther('/');
  const { who } = routes[match.route];
  if (who === 'everyone' || !(who as readonly Role[]).includes(session.role))
    return problem('not-allowed', request.lang);
  return act({ ...request, ...match, path, body }, session, actions, deps);
}

async function act<Deps extends HttpDeps>(
  request: Request,
  session: Session,
  actions: Table<Deps>,
  deps: Deps,
): Promise<Answer> {
  const viewer = { ...session, scope: await scopeOf(session, deps) };
  return (actions[request.route] as Action<Deps>)({ ...request, viewer }, deps);
}

/** A working group sees the communes assigned to it, everybody else their own unit. */
async function scopeOf(session: Session, { directory }: HttpDeps): Promise<readonly UnitId[]> {
  if (session.role !== 'group') return [session.unit];
  const groups = await directory.groups(session.unit);
  return groups.find(({ number }) => number === session.group)?.communes ?? [];
}
