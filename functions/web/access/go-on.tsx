import type { Accounts } from '#functions/cognito/accounts.ts';
import type { RightsDeps } from '#functions/cognito/change-rights.ts';
import type { SecondFactor } from '#functions/cognito/second-factor.ts';
import type { SignIn, SignInOutcome } from '#functions/cognito/sign-in.ts';
import { type Answer, ownPath, type ToRecord } from '#functions/http/answer.ts';
import { formToken } from '#functions/http/cookies.ts';
import { carriedIn } from '#functions/http/interrupted-form.ts';
import type { Request } from '#functions/http/request.ts';
import type { Sessions } from '#functions/http/sessions.ts';
import type { DeviceStore } from '#functions/store/device-store.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { PendingSignIn, PendingStore } from '#functions/store/pending-store.ts';
import type { RightsStore } from '#functions/store/rights-store.ts';
import { recordOf } from '#functions/web/access/record-of.ts';
import { rememberDevice } from '#functions/web/access/remember-device.ts';
import type { ThrottleDeps, Wait } from '#functions/web/access/throttled.ts';
import { rightsOf } from '#shared/access/accounts.ts';
import type { PasswordProblem } from '#shared/access/password.ts';
import { actorOf, type Session } from '#shared/access/session.ts';
import { passwordProblemTexts } from '#shared/access/texts/sign-in.ts';
import { CodePage } from '#web/access/code-page.tsx';
import { NewPasswordPage } from '#web/access/new-password-page.tsx';
import { SignInPage, type SignInProblem } from '#web/access/sign-in-page.tsx';

export interface SignInDeps extends ThrottleDeps, RightsDeps {
  readonly devices: Pick<DeviceStore, 'known' | 'remember'>;
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  readonly accounts: Pick<Accounts, 'find'>;
  readonly secondFactor: SecondFactor;
  readonly pending: PendingStore;
  readonly rights: RightsStore;
  readonly directory: Pick<DirectoryStore, 'asksForCode' | 'unit'>;
}

/** Whose sign-in it is, and the version of the account's rights from before its first step. */
type Begun = Pick<PendingSignIn, 'user' | 'rights'>;

/** Goes on after a step of signing in: into the system, to the next step, or back to the first. */
export async function goOn(
  outcome: SignInOutcome | Wait,
  begun: Begun,
  request: Request,
  deps: SignInDeps,
): Promise<Answer> {
  const { user } = begun;
  switch (outcome.kind) {
    case 'in':
      return setUpOr(outcome.accessToken, begun, request, deps);
    case 'code':
      return showCode(request, user, await keep({ ...begun, ...outcome }, request, deps));
    case 'new-password':
      return showNewPassword(request, user, await keep({ ...begun, ...outcome }, request, deps));
    case 'wait':
      return signInAgain(request, user, 'wait', outcome.minutes);
    default:
      return { ...signInAgain(request, user, 'wrong-credentials'), audit: await recordOf('refused', user, deps) };
  }
}

const keep = (step: PendingSignIn, { now }: Request, { pending }: SignInDeps) => pending.keep(step, now);

/** Signs in by password alone. If the district requires a code from its own accounts, the code is set up first. */
async function setUpOr(accessToken: string, begun: Begun, request: Request, deps: SignInDeps): Promise<Answer> {
  const session = await sessionFor(begun, deps);
  if (session?.role !== 'district' || !(await deps.directory.asksForCode(session.unit))) {
    return open(session, begun, request, deps);
  }
  const secret = await deps.secondFactor.begin(accessToken);
  if (!secret) return signInAgain(request, begun.user, 'account-changed');
  const pending = await keep({ ...begun, kind: 'set-up', accessToken, secret }, request, deps);
  return showCode(request, begun.user, pending, { secret });
}

/** Opens the session of a sign-in whose every step is done. */
export async function letIn(begun: Begun, request: Request, deps: SignInDeps): Promise<Answer> {
  return open(await sessionFor(begun, deps), begun, request, deps);
}

/** What the account may do now. The pool finds an account by other names too; sessions are kept by one. */
async function sessionFor({ user }: Begun, { accounts }: SignInDeps): Promise<Session | undefined> {
  const session = rightsOf(await accounts.find(user));
  return session?.user === user ? session : undefined;
}

async function open(
  session: Session | undefined,
  { user, rights }: Begun,
  request: Request,
  deps: SignInDeps,
): Promise<Answer> {
  if (!session) return signInAgain(request, user, 'wrong-credentials');
  const opened = await deps.sessions.start(session, rights, request);
  if (!opened) return signInAgain(request, user, 'account-changed');
  const cookies = [await rememberDevice(user, request, deps)];
  const audit: ToRecord[] = [{ kind: 'signed-in', by: actorOf(session) }];
  const resume = carriedIn(request);
  if (resume) return { status: 200, opened, cookies, audit, resume };
  const location = ownPath(request.body['next']);
  const json = { user, csrf: formToken(opened.id), next: location };
  return { status: 200, opened, cookies, audit, location, json };
}

export function showNewPassword(request: Request, user: string, pending: string, problem?: PasswordProblem): Answer {
  const status = problem ? 422 : 200;
  const shown = { user, pending, next: ownPath(request.body['next']), ...carriedOn(request) };
  return {
    status,
    page: (context) => <NewPasswordPage context={context} {...shown} {...(problem && { problem })} />,
    json: problem
      ? { type: `urn:problem:password-${problem}`, title: passwordProblemTexts.vi[problem], status }
      : { user, pending },
  };
}

export function showCode(
  request: Request,
  user: string,
  pending: string,
  { secret, wrong }: { readonly secret?: string; readonly wrong?: true } = {},
): Answer {
  const status = wrong ? 401 : 200;
  const step = { pending, ...(secret !== undefined && { secret }) };
  const shown = { ...step, next: ownPath(request.body['next']), ...carriedOn(request) };
  return {
    status,
    page: (context) => <CodePage context={context} {...shown} {...(wrong && { wrong })} />,
    json: wrong ? { type: 'urn:problem:wrong-code', title: 'Mã chưa đúng', status } : { user, ...step },
  };
}

const statuses = {
  'wrong-credentials': 401,
  expired: 401,
  'account-changed': 401,
  unavailable: 503,
  wait: 429,
} as const;

export function signInAgain(request: Request, user: string, problem: keyof typeof statuses, minutes?: number): Answer {
  const status = statuses[problem];
  const shown: SignInProblem = problem === 'wait' ? { minutes: minutes ?? 1 } : problem;
  const next = ownPath(request.body['next']);
  return {
    status,
    page: (context) => <SignInPage context={context} user={user} problem={shown} next={next} {...carriedOn(request)} />,
    json: { type: `urn:problem:${problem}`, title: 'Chưa đăng nhập được', status, ...(minutes && { minutes }) },
  };
}

/** The carried form as it came, for the next page to carry on. */
function carriedOn({ body }: Request): { readonly carried?: { readonly path: string; readonly body: string } } {
  const { carriedPath: path, carriedBody } = body;
  return path && carriedBody !== undefined ? { carried: { path, body: carriedBody } } : {};
}
