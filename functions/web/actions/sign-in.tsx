import { type Answer, ownPath, seeOther, type ToRecord } from '#functions/http/answer.ts';
import { formToken } from '#functions/http/cookies.ts';
import type { OpenAction } from '#functions/http/http-handler.tsx';
import type { Tokens } from '#functions/http/refresh-tokens.ts';
import type { Request } from '#functions/http/request.ts';
import { isUnavailable } from '#functions/http/unavailable.ts';
import { guarded, type Wait } from '#functions/web/actions/guarded.ts';
import type { Deps } from '#functions/web/deps.ts';
import type { SignInOutcome } from '#functions/web/sign-in.ts';
import { districtOf } from '#shared/units.ts';
import { NewPasswordPage } from '#web/pages/new-password-page.tsx';
import { SignInPage, type SignInProblem } from '#web/pages/sign-in-page.tsx';

/** Longer than any account's name. */
const LONGEST_NAME = 128;

export const showSignIn: OpenAction<Deps> = async ({ query }) => ({
  status: 200,
  page: (context) => <SignInPage context={context} next={ownPath(query['next'])} />,
});

/** Signs somebody in; a form that an expired session interrupted goes through at once. */
export const signIn: OpenAction<Deps> = async (request, deps) => {
  const { body } = request;
  const user = (body['user'] ?? '').normalize('NFC').trim();
  const password = body['password'] ?? '';
  if (!user || !password || user.length > LONGEST_NAME) return signInAgain(request, user, 'wrong-credentials');
  try {
    const outcome = await guarded(user, request, deps, () => deps.signIn.signIn(user, password));
    return await answerTo(outcome, user, request, deps);
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
  if (!user || !challenge || user.length > LONGEST_NAME) return signInAgain(request, user, 'wrong-credentials');
  if (password !== repeat) return again('mismatch');
  if (password === '') return again('policy');
  const outcome = await guarded(user, request, deps, () => deps.signIn.choosePassword(user, password, challenge));
  return outcome.kind === 'bad-password' ? again('policy') : answerTo(outcome, user, request, deps);
};

/** Ends the session for every copy of its cookie. */
export const signOut: OpenAction<Deps> = async (request, { sessions }) => {
  const open = await sessions.find(request);
  if (!open) return seeOther('/login');
  const { user, role, unit } = open.session;
  const audit: ToRecord[] = [{ kind: 'signed-out', by: { user, role, unit } }];
  return { ...seeOther('/login', [await sessions.end(open, request)]), audit };
};

async function answerTo(outcome: SignInOutcome | Wait, user: string, request: Request, deps: Deps): Promise<Answer> {
  switch (outcome.kind) {
    case 'in':
      return (await letIn(outcome.tokens, request, deps)) ?? signInAgain(request, user, 'wrong-credentials');
    case 'new-password':
      return {
        status: 200,
        page: (context) => (
          <NewPasswordPage
            context={context}
            user={user}
            challenge={outcome.challenge}
            next={ownPath(request.body['next'])}
          />
        ),
      };
    case 'wait':
      return signInAgain(request, user, 'wait', outcome.minutes);
    default: {
      // Asked whether there is such an account or not, so that the answer to either takes the same time.
      const unit = await deps.signIn.unitOf(user);
      const audit: ToRecord[] = [
        unit ? { kind: 'refused', of: user, district: districtOf(unit) } : { kind: 'refused' },
      ];
      return { ...signInAgain(request, user, 'wrong-credentials'), audit };
    }
  }
}

async function letIn(tokens: Tokens, request: Request, { sessions }: Deps): Promise<Answer | undefined> {
  const opened = await sessions.start(tokens, request);
  if (!opened) return undefined;
  const { user, role, unit } = opened.session;
  const audit: ToRecord[] = [{ kind: 'signed-in', by: { user, role, unit } }];
  const carried = carriedForm(request);
  if (carried) {
    const body = Object.fromEntries(new URLSearchParams(carried.body));
    return { status: 200, opened, audit, carryOn: { path: carried.path, body } };
  }
  const location = ownPath(request.body['next']);
  return { status: 200, opened, audit, location, json: { user, csrf: formToken(opened.id), next: location } };
}

const statuses = { 'wrong-credentials': 401, unavailable: 503, wait: 429 } as const;

function signInAgain(request: Request, user: string, problem: keyof typeof statuses, minutes?: number): Answer {
  const carried = carriedForm(request);
  const status = statuses[problem];
  const shown: SignInProblem = problem === 'wait' ? { minutes: minutes ?? 1 } : problem;
  return {
    status,
    page: (context) => (
      <SignInPage
        context={context}
        user={user}
        problem={shown}
        next={ownPath(request.body['next'])}
        {...(carried && { carried })}
      />
    ),
    json: { type: `urn:problem:${problem}`, title: 'Chưa đăng nhập được', status, ...(minutes && { minutes }) },
  };
}

function carriedForm({ body }: Request): { path: string; body: string } | undefined {
  const { carriedPath: path, carriedBody } = body;
  return path && carriedBody !== undefined ? { path, body: carriedBody } : undefined;
}
