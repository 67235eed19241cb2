import type { Accounts } from '#functions/cognito/accounts.ts';
import { type RightsDeps, tryChange } from '#functions/cognito/change-rights.ts';
import type { Recovery, RecoveryOutcome } from '#functions/cognito/recovery.ts';
import type { SignIn } from '#functions/cognito/sign-in.ts';
import { type Answer, seeOther, type ToRecord } from '#functions/http/answer.ts';
import type { OpenAction } from '#functions/http/http-handler.tsx';
import { LONGEST_NAME } from '#functions/web/access/sign-in.tsx';
import { type ThrottleDeps, throttled } from '#functions/web/access/throttled.ts';
import { accountName } from '#shared/access/accounts.ts';
import { isStrong } from '#shared/access/password.ts';
import { pathTo } from '#shared/access/routes.ts';
import { forgottenTexts } from '#shared/access/texts/sign-in.ts';
import { districtOf } from '#shared/units/units.ts';
import { ForgottenPage } from '#web/access/forgotten-page.tsx';
import { RecoverPage, type RecoverProblem } from '#web/access/recover-page.tsx';

interface Deps extends ThrottleDeps, RightsDeps {
  readonly recovery: Recovery;
  readonly signIn: Pick<SignIn, 'unitOf'>;
  readonly accounts: Pick<Accounts, 'signOut'>;
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
  const { code = '', password = '', repeat } = request.body;
  const user = accountName(request.body['user'] ?? '');
  if (!isName(user)) return askAgain('no-name', user);
  const again = (problem: RecoverProblem) => recoverAgain(problem, user, code);
  if (!isStrong(password)) return again('policy');
  if (password !== repeat) return again('mismatch');
  const digits = code.replace(/\s/g, '');
  if (!/^\d{1,12}$/.test(digits)) return again('wrong-code');
  const outcome = await throttled(user, request, deps, () => recover(user, digits, password, deps));
  switch (outcome.kind) {
    case 'changed':
      return {
        ...seeOther(pathTo('/login', {}, { changed: 'yes' })),
        json: { user },
        audit: await recordOf('recovered', user, deps),
      };
    case 'wait':
      return again({ minutes: outcome.minutes });
    case 'bad-password':
      return again('policy');
    default:
      return { ...again('wrong-code'), audit: await recordOf('refused', user, deps) };
  }
};

/** Whoever had the old password is out, also at the user pool. A wrong code ends nothing. */
async function recover(user: string, code: string, password: string, deps: Deps): Promise<RecoveryOutcome> {
  const ask = async () => {
    const outcome = await deps.recovery.setPassword(user, code, password);
    if (outcome.kind === 'changed') await deps.accounts.signOut(user);
    return outcome;
  };
  const tried = await tryChange(user, { ask, isChange: ({ kind }) => kind === 'changed' }, deps);
  return tried?.outcome ?? { kind: 'refused' };
}

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

const statuses = { policy: 422, mismatch: 422, 'wrong-code': 401 } as const;

function recoverAgain(problem: RecoverProblem, user: string, code: string): Answer {
  const status = typeof problem === 'string' ? statuses[problem] : 429;
  return {
    status,
    json: problemOf(status, problem),
    page: (context) => <RecoverPage context={context} user={user} code={code} problem={problem} />,
  };
}

function problemOf(status: number, problem: string | { readonly minutes: number }) {
  const [name, waits] = typeof problem === 'string' ? [problem, {}] : ['wait', problem];
  return { type: `urn:problem:${name}`, title: 'Chưa đặt lại được mật khẩu', status, ...waits };
}
