import type { Answer } from '#functions/http/answer.ts';
import { isSameOrigin } from '#functions/http/cookies.ts';
import { problem } from '#functions/http/problem.tsx';
import type { Request } from '#functions/http/request.ts';
import { routes } from '#shared/access/routes.ts';
import { isSecret } from '#shared/input/clean-text.ts';
import type { Typed } from '#shared/input/typed.ts';
import type { SendOnPage } from '#web/access/send-on-page.tsx';
import type { SignInPage } from '#web/access/sign-in-page.tsx';

/** What a page may keep of a form that was sent: neither its token, which is the session's, nor a password. */
export function keptFields(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => name !== 'csrf' && !isSecret(name)));
}

/**
 * What went wrong is not its sender's doing: what was typed is kept on the page, and one button sends it again. Without a
 * session the form keeps its own token, which is compared only then.
 */
export function interrupted(
  why: 'unavailable' | 'fault' | 'unreadable',
  request: Request,
  isSignedIn: boolean,
): Answer {
  const answer = problem(why, request.lang);
  const { route, path, body } = request;
  const { carriedPath, carriedBody } = body;
  // A step of signing in that carries on another form begins again.
  if (carriedPath && carriedBody !== undefined && routes[route].roles === 'everyone') {
    const carried = { path: carriedPath, body: carriedBody };
    return { ...answer, page: signInAgain('unavailable', carried) };
  }
  const isOurs = route.startsWith('POST ') && routes[route].roles !== 'everyone' && isSameOrigin(request);
  if (!isOurs) return answer;
  const { csrf } = body;
  const typed = { ...keptFields(body), ...(!isSignedIn && csrf !== undefined && { csrf }) };
  return { ...answer, page: sendOn(why, path, typed) };
}

type Page = NonNullable<Answer['page']>;

type SignIn = Parameters<typeof SignInPage>[0];

/** The page for signing in, which keeps a form that was sent. */
export function signInAgain(problem: NonNullable<SignIn['problem']>, carried: NonNullable<SignIn['carried']>): Page {
  return async (context) => {
    const { SignInPage } = await import('#web/access/sign-in-page.tsx');
    return <SignInPage context={context} problem={problem} carried={carried} />;
  };
}

/** The page with a form that its sender sends on. */
export function sendOn(why: Parameters<typeof SendOnPage>[0]['why'], action: string, typed: Typed): Page {
  return async (context) => {
    const { SendOnPage } = await import('#web/access/send-on-page.tsx');
    return <SendOnPage context={context} why={why} action={action} typed={typed} />;
  };
}

/** The page that says whose a form is. */
export function othersForm(form: NonNullable<Answer['interrupted']>): Page {
  return async (context) => {
    const { OthersFormPage } = await import('#web/access/others-form-page.tsx');
    return <OthersFormPage context={context} form={form} />;
  };
}
