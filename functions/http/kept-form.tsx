import type { Answer } from '#functions/http/answer.ts';
import { isSameOrigin } from '#functions/http/cookies.ts';
import { problem } from '#functions/http/problem.tsx';
import type { Request } from '#functions/http/request.ts';
import { routes } from '#shared/access/routes.ts';
import { isSecret } from '#shared/input/clean-text.ts';
import type { Typed } from '#shared/input/typed.ts';
import { SendOnPage } from '#web/access/send-on-page.tsx';
import { SignInPage } from '#web/access/sign-in-page.tsx';

/** What a page may keep of a form that was sent: neither its token, which is the session's, nor a password. */
export function keptFields(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => name !== 'csrf' && !isSecret(name)));
}

/**
 * During an outage: what was typed is kept on the page, and one button sends it again. Without a session the form keeps its
 * own token, which is compared only then.
 */
export function unavailable(request: Request, isSignedIn: boolean): Answer {
  const answer = problem('unavailable', request.lang);
  const { route, path, body } = request;
  const { carriedPath, carriedBody } = body;
  // A step of signing in that carries on another form begins again.
  if (carriedPath && carriedBody !== undefined && routes[route].roles === 'everyone') {
    const carried = { path: carriedPath, body: carriedBody };
    return { ...answer, page: (context) => <SignInPage context={context} problem="unavailable" carried={carried} /> };
  }
  const isOurs = route.startsWith('POST ') && routes[route].roles !== 'everyone' && isSameOrigin(request);
  if (!isOurs) return answer;
  const { csrf } = body;
  const typed = { ...keptFields(body), ...(!isSignedIn && csrf !== undefined && { csrf }) };
  return {
    ...answer,
    page: (context) => <SendOnPage context={context} why="unavailable" action={path} typed={typed} />,
  };
}
