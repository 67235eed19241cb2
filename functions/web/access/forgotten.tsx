import type { Recovery } from '#functions/cognito/recovery.ts';
import type { SignIn } from '#functions/cognito/sign-in.ts';
import { type Answer, seeOther, type ToRecord } from '#functions/http/answer.ts';
import type { OpenAction } from '#functions/http/http-handler.tsx';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { SessionStore } from '#functions/store/session-store.ts';
import { checkPassword, unitNames } from '#functions/web/access/check-password.ts';
import { LONGEST_NAME } from '#functions/web/access/sign-in.tsx';
import { type ThrottleDeps, throttled } from '#functions/web/access/throttled.ts';
import { accountName } from '#shared/access/accounts.ts';
import { normalPassword } from '#shared/access/password.ts';
import { pathTo } from '#shared/access/routes.ts';
import { forgottenTexts } from '#shared/access/texts/sign-in.ts';
import { districtOf } from '#shared/units/units.ts';
import { ForgottenPage } from '#web/access/forgotten-page.tsx';
import { RecoverPage, type RecoverProblem } from '#web/access/recover-page.tsx';

interface Deps extends ThrottleDeps {
  readonly recovery: Recovery;
  readonly signIn: Pick<SignIn, 'unitOf'>;
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly openSessions: Pick<SessionStore, 'endAll'>;
}

export const showForgotten: OpenAction<Deps> = async () => ({
  status: 200,
  page: (context) => <ForgottenPage context={context} />,
});

/** Requests a code by mail. The answer does not reveal whether the account exists or has an address. */
export const askForCode: OpenAction<Deps> = async (request, deps) => {
  const user = accountName(request.body['user'] ?? '');
  if (!isName(user)) return askAgain('no-name', user);
  const outcome = await throttled(user, request, deps, () => deps.recovery.askForCode(user));
  if (outcome.kind === 'wait') return askAgain({ minutes: outcome.minutes }, user);
  return {
    status: 200,
    json: { user, title: forgottenTexts[request.lang].asked },
    page: (context) => <RecoverPage context={context} user={user} />,
    audit: await recordOf('code-asked', user, deps),
  };
};

/** Sets another password for whoever has the code, and ends every session that the old one had opened. */
export const setForgotten: OpenAction<Deps> = async (request, deps) => {
  const { code = '' } = request.body;
  const password = normalPassword(request.body['password'] ?? '');
  const repeat = normalPassword(request.body['repeat'] ?? '');
  const user = accountName(request.body['user'] ?? '');
  if (!isName(user)) return askAgain('no-name', user);
  const again = (problem: RecoverProblem) => recoverAgain(problem, user, code);
  const problem = await checkPassword({ password, repeat }, user, []);
  if (problem) return again(problem);
  const digits = code.replace(/\s/g, '');
  if (!/^\d{1,12}$/.test(digits)) return again('wrong-code');
  const outcome = await throttled(user, request, deps, async () => {
    const names = await unitNames((await deps.signIn.unitOf(user)) ?? NO_UNIT, deps);
    // Only who has the code may learn where the account belongs: a password of its unit's names counts as a wrong code.
    const own = await checkPassword({ password, repeat }, user, names);
    return deps.recovery.setPassword(user, own ? WRONG_CODE : digits, password);
  });
  switch (outcome.kind) {
    case 'changed':
      await deps.openSessions.endAll(user);
      return {
        ...seeOther(pathTo('/login', {}, { changed: 'yes' })),
        json: { user },
        audit: await recordOf('recovered', user, deps),
      };
    case 'wait':
      return again({ minutes: outcome.minutes });
    case 'bad-password':
      return again('not-taken');
    default:
      return { ...again('wrong-code'), audit: await recordOf('refused', user, deps) };
  }
};

/** The names of an account that nobody has are looked up too, so that both answers take the same time. */
const NO_UNIT = 'none';
/** No code of the user pool's. */
const WRONG_CODE = 'none';

const isName = (user: string) => user !== '' && user.length <= LONGEST_NAME;

/** The user pool is called even if no such account exists, so that both answers take the same time. */
async function recordOf(kind: 'code-asked' | 'recovered' | 'refused', of: string, deps: Deps): Promise<ToRecord[]> {
  const unit = await deps.signIn.unitOf(of);
  return [unit ? { kind, of, district: districtOf(unit) } : { kind }];
}

function askAgain(problem: 'no-name' | { readonly minutes: number }, user: string): Answer {
  const status = problem === 'no-name' ? 422 : 429;
  return {
    status,
    json: problemOf(status, problem),
    page: (context) => <ForgottenPage context={context} user={user} problem={problem} />,
  };
}

function recoverAgain(problem: RecoverProblem, user: string, code: string): Answer {
  const status = typeof problem === 'string' ? (problem === 'wrong-code' ? 401 : 422) : 429;
  return {
    status,
    json: problemOf(status, status === 422 ? `password-${problem}` : problem),
    page: (context) => <RecoverPage context={context} user={user} code={code} problem={problem} />,
  };
}

function problemOf(status: number, problem: string | { readonly minutes: number }) {
  const [name, waits] = typeof problem === 'string' ? [problem, {}] : ['wait', problem];
  return { type: `urn:problem:${name}`, title: 'Chưa đặt lại được mật khẩu', status, ...waits };
}
