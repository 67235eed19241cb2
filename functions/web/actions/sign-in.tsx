import { type Answer, ownPath, seeOther } from '#functions/http/answer.ts';
import { endSession, formToken, startSession } from '#functions/http/cookies.ts';
import type { OpenAction } from '#functions/http/http-handler.tsx';
import type { Request } from '#functions/http/request.ts';
import { isUnavailable } from '#functions/http/unavailable.ts';
import type { Deps } from '#functions/web/deps.ts';
import type { SignInOutcome } from '#functions/web/sign-in.ts';
import { NewPasswordPage } from '#web/pages/new-password-page.tsx';
import { SignInPage } from '#web/pages/sign-in-page.tsx';

export const showSignIn: OpenAction<Deps> = async ({ query }) => ({
  status: 200,
  page: (context) => <SignInPage context={context} next={ownPath(query['next'])} />,
});

/** Signs somebody in; a form that an expired session interrupted goes through at once. */
export const signIn: OpenAction<Deps> = async (request, deps) => {
  const { body } = request;
  const user = (body['user'] ?? '').normalize('NFC').trim();
  const password = body['password'] ?? '';
  if (!user || !password) return signInAgain(request, user, 'wrong-credentials');
  try {
    return answerTo(await deps.signIn.signIn(user, password), user, request);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return signInAgain(request, user, 'unavailable');
  }
};

/** Sets the password of somebody who came with one that an administrator had given. */
export const choosePassword: OpenAction<Deps> = async (request, deps) => {
  const { user = '', challenge = '', password = '', repeat, next } = request.body;
  const again = (problem: 'policy' | 'mismatch'): Answer => ({
    status: 422,
    page: (context) => (
      <NewPasswordPage context={context} user={user} challenge={challenge} problem={problem} next={ownPath(next)} />
    ),
    json: { type: `urn:problem:password-${problem}`, title: 'Mật khẩu mới chưa hợp lệ', status: 422 },
  });
  if (password !== repeat) return again('mismatch');
  const outcome = await deps.signIn.choosePassword(user, password, challenge);
  return outcome.kind === 'bad-password' ? again('policy') : answerTo(outcome, user, request);
};

export const signOut: OpenAction<Deps> = async (request) => seeOther('/login', [endSession(request)]);

function answerTo(outcome: SignInOutcome, user: string, request: Request): Answer {
  const { body } = request;
  if (outcome.kind === 'new-password') {
    const { challenge } = outcome;
    return {
      status: 200,
      page: (context) => (
        <NewPasswordPage context={context} user={user} challenge={challenge} next={ownPath(body['next'])} />
      ),
    };
  }
  if (outcome.kind !== 'in') return signInAgain(request, user, 'wrong-credentials');
  const { token } = outcome;
  const cookies = [startSession(token, request)];
  const carried = carriedForm(request);
  if (carried) {
    const fields = Object.fromEntries(new URLSearchParams(carried.body));
    return { status: 200, cookies, carryOn: { token, path: carried.path, body: fields } };
  }
  const location = ownPath(body['next']);
  return { status: 200, cookies, location, json: { user, csrf: formToken(token), next: location } };
}

function signInAgain(request: Request, user: string, problem: 'wrong-credentials' | 'unavailable'): Answer {
  const carried = carriedForm(request);
  const status = problem === 'unavailable' ? 503 : 401;
  return {
    status,
    page: (context) => (
      <SignInPage
        context={context}
        user={user}
        problem={problem}
        next={ownPath(request.body['next'])}
        {...(carried && { carried })}
      />
    ),
    json: { type: `urn:problem:${problem}`, title: 'Chưa đăng nhập được', status },
  };
}

function carriedForm({ body }: Request): { path: string; body: string } | undefined {
  const { carriedPath: path, carriedBody } = body;
  return path && carriedBody !== undefined ? { path, body: carriedBody } : undefined;
}
