import { tryChange } from '#functions/cognito/change-rights.ts';
import type { OpenAction } from '#functions/http/http-handler.tsx';
import { checkPassword, chosenIn, unitNames } from '#functions/web/access/check-password.ts';
import { goOn, letIn, type SignInDeps, showCode, showNewPassword, signInAgain } from '#functions/web/access/go-on.tsx';
import { recordOf } from '#functions/web/access/record-of.ts';
import { throttled } from '#functions/web/access/throttled.ts';

/** Sets a new password for somebody who signed in with one from an administrator. */
export const choosePassword: OpenAction<SignInDeps> = async (request, deps) => {
  const { pending: id = '', ...typed } = request.body;
  const step = await deps.pending.find('new-password', id, request.now);
  if (!step) return signInAgain(request, '', 'expired');
  const { user, challenge } = step;
  const chosen = chosenIn(typed);
  const { password } = chosen;
  const problem = await checkPassword(chosen, user, await unitNames((await deps.accounts.find(user))?.unit, deps));
  if (problem) return showNewPassword(request, user, id, problem);
  let { rights } = step;
  const outcome = await throttled(user, request, deps, async () => {
    const ask = () => deps.signIn.choosePassword(user, password, challenge);
    const isChange = ({ kind }: Awaited<ReturnType<typeof ask>>) => kind === 'in' || kind === 'code';
    const tried = await tryChange(user, { since: rights, ask, isChange }, deps);
    rights = tried?.rights ?? rights;
    return tried?.outcome ?? ({ kind: 'stale' } as const);
  });
  if (outcome.kind === 'bad-password') return showNewPassword(request, user, id, 'not-taken');
  if (outcome.kind !== 'wait') await deps.pending.remove(id);
  return outcome.kind === 'stale'
    ? signInAgain(request, user, 'account-changed')
    : goOn(outcome, { user, rights }, request, deps);
};

/** Takes the code of the authenticator app. */
export const answerCode: OpenAction<SignInDeps> = async (request, deps) => {
  const { pending: id = '', code = '' } = request.body;
  const step = await deps.pending.find('code', id, request.now);
  if (!step) return signInAgain(request, '', 'expired');
  const { user, rights, challenge } = step;
  if (!(await deps.rights.isCurrent(user, rights))) return signInAgain(request, user, 'account-changed');
  const ask = () => deps.signIn.answerCode(user, readCode(code), challenge);
  const outcome = await throttled(user, request, deps, ask);
  if (outcome.kind === 'refused') {
    return { ...showCode(request, user, id, { wrong: true }), audit: await recordOf('refused', user, deps) };
  }
  if (outcome.kind !== 'in') return goOn(outcome, step, request, deps);
  await deps.pending.remove(id);
  return letIn(step, request, deps);
};

/** Takes the first code of an app that has just received its key. From then on sign-in requires codes. */
export const setUpFactor: OpenAction<SignInDeps> = async (request, deps) => {
  const { pending: id = '', code = '' } = request.body;
  const step = await deps.pending.find('set-up', id, request.now);
  if (!step) return signInAgain(request, '', 'expired');
  const { user, rights, secret, accessToken } = step;
  const ask = () => deps.secondFactor.confirm(accessToken, readCode(code));
  // A reset drops the second factor, and must not find one that is set up after it.
  const tried = await tryChange(user, { since: rights, ask, isChange: () => false }, deps);
  if (!tried) return signInAgain(request, user, 'account-changed');
  if (!tried.outcome) return showCode(request, user, id, { secret, wrong: true });
  await deps.pending.remove(id);
  return letIn(step, request, deps);
};

/** People type the code as the app shows it, with a blank in the middle. */
export const readCode = (typed: string) => typed.replace(/\s/g, '').slice(0, 6);
