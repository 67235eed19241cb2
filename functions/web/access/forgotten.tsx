import type { Accounts } from '#functions/cognito/accounts.ts';
import { type RightsDeps, tryChange } from '#functions/cognito/change-rights.ts';
import type { Recovery, RecoveryOutcome } from '#functions/cognito/recovery.ts';
import type { SignIn } from '#functions/cognito/sign-in.ts';
import { type Answer, seeOther } from '#functions/http/answer.ts';
import type { OpenAction } from '#functions/http/http-handler.tsx';
import type { Request } from '#functions/http/request.ts';
import type { DeviceStore } from '#functions/store/device-store.ts';
import type { DirectoryStore } from '#functions/store/directory-store.ts';
import type { RecoveryStore } from '#functions/store/recovery-store.ts';
import type { RightsStore } from '#functions/store/rights-store.ts';
import { type Chosen, checkPassword, chosenIn, unitNames } from '#functions/web/access/check-password.ts';
import { recordOf } from '#functions/web/access/record-of.ts';
import { rememberDevice } from '#functions/web/access/remember-device.ts';
import { LONGEST_NAME } from '#functions/web/access/sign-in.tsx';
import { type ThrottleDeps, throttled } from '#functions/web/access/throttled.ts';
import { accountName } from '#shared/access/accounts.ts';
import { pathTo } from '#shared/access/routes.ts';
import { forgottenTexts } from '#shared/access/texts/sign-in.ts';
import { ForgottenPage } from '#web/access/forgotten-page.tsx';
import { RecoverPage, type RecoverProblem } from '#web/access/recover-page.tsx';

interface Deps extends ThrottleDeps, RightsDeps {
  readonly recovery: Recovery;
  readonly recoveries: RecoveryStore;
  readonly rights: RightsStore;
  readonly signIn: Pick<SignIn, 'unitOf'>;
  readonly accounts: Pick<Accounts, 'signOut'>;
  readonly directory: Pick<DirectoryStore, 'unit'>;
  readonly devices: Pick<DeviceStore, 'known' | 'remember' | 'forget'>;
}

export const showForgotten: OpenAction<Deps> = async () => ({
  status: 200,
  page: (context) => <ForgottenPage context={context} />,
});

/** Requests a code by mail. The answer does not reveal whether the account exists or has an address. */
export const askForCode: OpenAction<Deps> = async (request, deps) => {
  const user = accountName(request.body['user'] ?? '');
  if (!isName(user)) return askAgain('no-name', user);
  const outcome = await throttled(
    user,
    request,
    deps,
    async () => {
      const rights = await deps.rights.versionOf(user);
      const asked = await deps.recovery.askForCode(user);
      await deps.recoveries.note(user, asked.mailed ? rights : undefined, request.now);
      return asked;
    },
    'mail',
  );
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
  const chosen = chosenIn(request.body);
  const user = accountName(request.body['user'] ?? '');
  if (!isName(user)) return askAgain('no-name', user);
  const again = (problem: RecoverProblem) => recoverAgain(problem, user, code);
  const problem = await checkPassword(chosen, user, []);
  if (problem) return again(problem);
  const digits = code.replace(/\s/g, '');
  if (!/^\d{1,12}$/.test(digits)) return again('wrong-code');
  const outcome = await throttled(user, request, deps, () => recover(user, digits, chosen, request, deps), 'code');
  switch (outcome.kind) {
    case 'changed':
      await deps.devices.forget(user, request.now);
      return {
        // Who reads the account's mail is let in here, whatever others try meanwhile.
        ...seeOther(pathTo('/login', {}, { changed: 'yes' }), [await rememberDevice(user, request, deps)]),
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

/** No code of the user pool's. */
const WRONG_CODE = 'none';

/** Whoever had the old password is out, also at the user pool. A wrong code ends nothing. */
async function recover(
  user: string,
  code: string,
  chosen: Chosen,
  { now }: Request,
  deps: Deps,
): Promise<RecoveryOutcome> {
  const names = await unitNames(await deps.signIn.unitOf(user), deps);
  const since = await deps.recoveries.rightsAt(user, now);
  const isStale = since === undefined || since !== (await deps.rights.versionOf(user));
  // Only who has the code may learn where the account belongs: a password of its units' names counts as a wrong code. So
  // does a code from before a change of rights, which the pool would take.
  const given = isStale || (await checkPassword(chosen, user, names)) ? WRONG_CODE : code;
  const ask = async () => {
    const outcome = await deps.recovery.setPassword(user, given, chosen.password);
    if (outcome.kind === 'changed') await deps.accounts.signOut(user);
    return outcome;
  };
  const tried = await tryChange(
    user,
    { ask, isChange: ({ kind }) => kind === 'changed', ...(!isStale && { since }) },
    deps,
  );
  return tried?.outcome ?? { kind: 'refused' };
}

const isName = (user: string) => user !== '' && user.length <= LONGEST_NAME;

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
