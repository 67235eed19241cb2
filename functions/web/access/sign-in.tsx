import { type Answer, ownPath, seeOther, type ToRecord } from '#functions/http/answer.ts';
import type { OpenAction } from '#functions/http/http-handler.tsx';
import { isUnavailable } from '#functions/http/unavailable.ts';
import { goOn, type SignInDeps, signInAgain } from '#functions/web/access/go-on.tsx';
import { throttled } from '#functions/web/access/throttled.ts';
import { accountName } from '#shared/access/accounts.ts';
import { normalPassword } from '#shared/access/password.ts';
import { actorOf } from '#shared/access/session.ts';
import { SignInPage } from '#web/access/sign-in-page.tsx';

/** Longer than any account's name. */
export const LONGEST_NAME = 128;

export const showSignIn: OpenAction<SignInDeps> = async ({ query }) => ({
  status: 200,
  page: (context) => (
    <SignInPage context={context} next={ownPath(query['next'])} changed={query['changed'] === 'yes'} />
  ),
});

/** Signs somebody in. A form that an expired session interrupted is then sent at once. */
export const signIn: OpenAction<SignInDeps> = async (request, deps): Promise<Answer> => {
  const typed = request.body['user'] ?? '';
  const user = accountName(typed);
  const password = normalPassword(request.body['password'] ?? '');
  if (!user || !password || user.length > LONGEST_NAME) return signInAgain(request, typed, 'wrong-credentials');
  try {
    // Read before the user pool is asked anything: whatever changes from here on makes this sign-in void.
    const rights = await deps.rights.versionOf(user);
    const outcome = await throttled(user, request, deps, () => deps.signIn.signIn(user, password));
    return await goOn(outcome, { user, rights }, request, deps);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return signInAgain(request, typed, 'unavailable');
  }
};

/** Ends the session for every copy of its cookie. */
export const signOut: OpenAction<SignInDeps> = async (request, { sessions }) => {
  const open = await sessions.find(request);
  if (!open) return seeOther('/login');
  const audit: ToRecord[] = [{ kind: 'signed-out', by: actorOf(open.session) }];
  return { ...seeOther('/login', [await sessions.end(open, request)]), audit };
};
