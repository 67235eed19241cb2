import type { Tokens } from '#functions/cognito/refresh-tokens.ts';
import type { SecondFactor } from '#functions/cognito/second-factor.ts';
import type { SignIn, SignInOutcome } from '#functions/cognito/sign-in.ts';
import { type Answer, ownPath, seeOther, type ToRecord } from '#functions/http/answer.ts';
import { formToken } from '#functions/http/cookies.ts';
import type { OpenAction } from '#functions/http/http-handler.tsx';
import type { Request } from '#functions/http/request.ts';
import type { Sessions } from '#functions/http/sessions.ts';
import { isUnavailable } from '#functions/http/unavailable.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { PendingStore } from '#functions/store/pending-store.ts';
import { checkPassword } from '#functions/web/access/check-password.ts';
import { type ThrottleDeps, throttled, type Wait } from '#functions/web/access/throttled.ts';
import { accountName } from '#shared/access/accounts.ts';
import { normalPassword, type PasswordProblem } from '#shared/access/password.ts';
import { actorOf } from '#shared/access/session.ts';
import { passwordProblemTexts } from '#shared/access/texts/sign-in.ts';
import { districtOf } from '#shared/units/units.ts';
import { CodePage } from '#web/access/code-page.tsx';
import { NewPasswordPage } from '#web/access/new-password-page.tsx';
import { SignInPage, type SignInProblem } from '#web/access/sign-in-page.tsx';
import type { PageContext } from '#web/context.ts';

interface Deps extends ThrottleDeps {
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  readonly secondFactor: SecondFactor;
  readonly pending: PendingStore;
  readonly directory: Pick<DirectoryStore, 'asksForCode'>;
}

/** Longer than any account's name. */
export const LONGEST_NAME = 128;

export const showSignIn: OpenAction<Deps> = async ({ query }) => ({
  status: 200,
  page: (context) => (
    <SignInPage context={context} next={ownPath(query['next'])} changed={query['changed'] === 'yes'} />
  ),
});

/** Signs somebody in. A form that an expired session interrupted is then sent at once. */
export const signIn: OpenAction<Deps> = async (request, deps) => {
  const { body } = request;
  const user = accountName(body['user'] ?? '');
  const password = normalPassword(body['password'] ?? '');
  if (!user || !password || user.length > LONGEST_NAME) return signInAgain(request, user, 'wrong-credentials');
  try {
    const outcome = await throttled(user, request, deps, () => deps.signIn.signIn(user, password));
    return await answerTo(outcome, user, request, deps);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return signInAgain(request, user, 'unavailable');
  }
};

/** Sets a new password for somebody who signed in with one from an administrator. */
export const choosePassword: OpenAction<Deps> = async (request, deps) => {
  const { body } = request;
  const { challenge = '' } = body;
  const user = accountName(body['user'] ?? '');
  const password = normalPassword(body['password'] ?? '');
  const again = (problem: PasswordProblem): Answer => ({
    status: 422,
    page: newPasswordPage(request, user, challenge, problem),
    json: { type: `urn:problem:password-${problem}`, title: passwordProblemTexts.vi[problem], status: 422 },
  });
  if (!user || !challenge || user.length > LONGEST_NAME) return signInAgain(request, user, 'wrong-credentials');
  const problem = await checkPassword({ password, repeat: normalPassword(body['repeat'] ?? '') }, user, []);
  if (problem) return again(problem);
  const outcome = await throttled(user, request, deps, () => deps.signIn.choosePassword(user, password, challenge));
  return outcome.kind === 'bad-password' ? again('not-taken') : answerTo(outcome, user, request, deps);
};

/** Takes the code of the authenticator app. */
export const answerCode: OpenAction<Deps> = async (request, deps) => {
  const { user = '', challenge = '', code = '' } = request.body;
  if (!user || !challenge || user.length > LONGEST_NAME) return signInAgain(request, user, 'wrong-credentials');
  const ask = () => deps.signIn.answerCode(user, readCode(code), challenge);
  const outcome = await throttled(user, request, deps, ask);
  if (outcome.kind === 'in') {
    return (await letIn(outcome.tokens, request, deps)) ?? signInAgain(request, user, 'wrong-credentials');
  }
  if (outcome.kind !== 'refused') return answerTo(outcome, user, request, deps);
  return { ...codeAgain(request, { user, challenge, wrong: true }), audit: await refusalOf(user, deps) };
};

/** Takes the first code of an app that has just received its key. From then on sign-in requires codes. */
export const setUpFactor: OpenAction<Deps> = async (request, deps) => {
  const { pending = '', code = '' } = request.body;
  const waiting = await deps.pending.find(pending, request.now);
  if (!waiting) return signInAgain(request, '', 'expired');
  const { user, secret, accessToken } = waiting;
  const confirmed = await deps.secondFactor.confirm(accessToken, readCode(code));
  if (!confirmed) return codeAgain(request, { user, setUp: { pending, secret }, wrong: true });
  await deps.pending.remove(pending);
  return (await letIn(waiting, request, deps)) ?? signInAgain(request, user, 'wrong-credentials');
};

/** People type the code as the app shows it, with a blank in the middle. */
const readCode = (typed: string) => typed.replace(/\s/g, '').slice(0, 6);

/** Ends the session for every copy of its cookie. */
export const signOut: OpenAction<Deps> = async (request, { sessions }) => {
  const open = await sessions.find(request);
  if (!open) return seeOther('/login');
  const audit: ToRecord[] = [{ kind: 'signed-out', by: actorOf(open.session) }];
  return { ...seeOther('/login', [await sessions.end(open, request)]), audit };
};

async function answerTo(outcome: SignInOutcome | Wait, user: string, request: Request, deps: Deps): Promise<Answer> {
  switch (outcome.kind) {
    case 'in':
      return (await setUpOr(outcome.tokens, user, request, deps)) ?? signInAgain(request, user, 'wrong-credentials');
    case 'code':
      return codeAgain(request, { user, challenge: outcome.challenge });
    case 'new-password':
      return { status: 200, page: newPasswordPage(request, user, outcome.challenge) };
    case 'wait':
      return signInAgain(request, user, 'wait', outcome.minutes);
    default:
      return { ...signInAgain(request, user, 'wrong-credentials'), audit: await refusalOf(user, deps) };
  }
}

function newPasswordPage(request: Request, user: string, challenge: string, problem?: PasswordProblem) {
  const carried = carriedForm(request);
  return (context: PageContext) => (
    <NewPasswordPage
      context={context}
      user={user}
      challenge={challenge}
      next={ownPath(request.body['next'])}
      {...(problem && { problem })}
      {...(carried && { carried })}
    />
  );
}

/** The user pool is called even if no such account exists, so that both answers take the same time. */
async function refusalOf(user: string, { signIn: pool }: Deps): Promise<ToRecord[]> {
  const unit = await pool.unitOf(user);
  return [unit ? { kind: 'refused', of: user, district: districtOf(unit) } : { kind: 'refused' }];
}

/** Signs in by password alone. If the district requires a code from its own accounts, the code is set up first. */
async function setUpOr(tokens: Tokens, user: string, request: Request, deps: Deps): Promise<Answer | undefined> {
  const session = await deps.sessions.whose(tokens.token);
  if (session?.role !== 'district' || !(await deps.directory.asksForCode(session.unit))) {
    return letIn(tokens, request, deps);
  }
  const secret = await deps.secondFactor.begin(tokens.accessToken);
  const pending = await deps.pending.keep({ user, secret, ...tokens }, request.now);
  return codeAgain(request, { user, setUp: { pending, secret } });
}

type Code = Pick<Parameters<typeof CodePage>[0], 'user' | 'challenge' | 'setUp' | 'wrong'>;

function codeAgain(request: Request, code: Code): Answer {
  const carried = carriedForm(request);
  const status = code.wrong ? 401 : 200;
  return {
    status,
    page: (context) => (
      <CodePage context={context} next={ownPath(request.body['next'])} {...(carried && { carried })} {...code} />
    ),
    json: code.wrong
      ? { type: 'urn:problem:wrong-code', title: 'Mã chưa đúng', status }
      : { user: code.user, challenge: code.challenge, setUp: code.setUp },
  };
}

async function letIn(
  tokens: Pick<Tokens, 'token' | 'refreshToken'>,
  request: Request,
  { sessions }: Deps,
): Promise<Answer | undefined> {
  const opened = await sessions.start(tokens, request);
  if (!opened) return undefined;
  const audit: ToRecord[] = [{ kind: 'signed-in', by: actorOf(opened.session) }];
  const carried = carriedForm(request);
  if (carried) {
    const body = Object.fromEntries(new URLSearchParams(carried.body));
    return { status: 200, opened, audit, resume: { path: carried.path, body } };
  }
  const location = ownPath(request.body['next']);
  return {
    status: 200,
    opened,
    audit,
    location,
    json: { user: opened.session.user, csrf: formToken(opened.id), next: location },
  };
}

const statuses = { 'wrong-credentials': 401, expired: 401, unavailable: 503, wait: 429 } as const;

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
