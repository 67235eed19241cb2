import type { Accounts } from '#functions/cognito/accounts.ts';
import { changeRights, type RightsDeps } from '#functions/cognito/change-rights.ts';
import { type Answer, seeOther } from '#functions/http/answer.ts';
import { endSession } from '#functions/http/cookies.ts';
import type { Action, SignedIn } from '#functions/http/http-handler.tsx';
import type { DeviceKeyStore } from '#functions/store/device-key-store.ts';
import type { MailChoiceStore } from '#functions/store/mail-choice-store.ts';
import type { SessionStore } from '#functions/store/session-store.ts';
import { isOpen } from '#shared/access/session.ts';
import type { Lang } from '#shared/language/lang.ts';
import { AccountPage } from '#web/access/account-page.tsx';
import { type OwnPasswordProblem, ownPasswordFault } from '#web/access/own-password-form.tsx';

export interface AccountDeps extends RightsDeps {
  readonly openSessions: Pick<SessionStore, 'ofUser' | 'removeEnded'>;
  readonly accounts: Pick<Accounts, 'find' | 'signOut'>;
  readonly mailChoices: Pick<MailChoiceStore, 'of'>;
}

/** Shows the user's own account: where it is signed in, its password and its mails. */
export const showAccount: Action<AccountDeps> = async (request, deps) =>
  show(request, request.query['password'] === 'changed' ? { changed: true } : {}, deps);

/** Shows the account again, with what is wrong with a change of its password. */
export const accountAgain = (request: SignedIn, problem: OwnPasswordProblem, deps: AccountDeps): Promise<Answer> =>
  show(request, { problem }, deps);

async function show(
  { viewer, now, lang }: SignedIn,
  said: { readonly problem?: OwnPasswordProblem; readonly changed?: true },
  { openSessions, mailChoices, accounts }: AccountDeps,
): Promise<Answer> {
  const { user, role, unit } = viewer;
  const [open, mail, account] = await Promise.all([
    openSessions.ofUser(user, now),
    mailChoices.of({ user, unit }),
    accounts.find(user),
  ]);
  const sessions = open
    .filter((session) => isOpen(session, now))
    .sort((a, b) => b.seenAt.localeCompare(a.seenAt))
    .map(({ startedAt, seenAt }) => ({ startedAt, seenAt }));
  const { problem } = said;
  const status = problem === undefined ? 200 : statusOf(problem);
  const asksForCode = account?.asksForCode === true;
  return {
    status,
    json: problem === undefined ? { user, role, unit, sessions, mail } : jsonOf(problem, status, lang),
    page: (context) => (
      <AccountPage context={context} sessions={sessions} mail={mail} asksForCode={asksForCode} {...said} />
    ),
  };
}

function statusOf(problem: OwnPasswordProblem): 401 | 422 | 429 {
  if (typeof problem !== 'string') return 429;
  return problem === 'wrong-old' || problem === 'wrong-code' ? 401 : 422;
}

function jsonOf(problem: OwnPasswordProblem, status: number, lang: Lang) {
  const { field, says } = ownPasswordFault(problem, lang);
  const [name, waits] = typeof problem === 'string' ? [problem, {}] : ['wait', problem];
  const errors = field && [{ field, code: name, detail: says }];
  return { type: `urn:problem:password-${name}`, title: says, status, ...waits, ...(errors && { errors }) };
}

/** The key by which the account's devices seal drafts and waiting reports. No page contains it: pages are kept too. */
export const deviceKey: Action<{ readonly deviceKeys: DeviceKeyStore }> = async ({ viewer, now }, { deviceKeys }) => ({
  status: 200,
  json: { key: await deviceKeys.of(viewer.user, now) },
});

/** Ends every session of the user's account, including this one, and every sign-in that is under way. */
export const signOutEverywhere: Action<AccountDeps> = async (request, deps) => {
  const { user } = request.viewer;
  await changeRights(user, deps, () => deps.accounts.signOut(user));
  return { ...seeOther('/login', [endSession(request)]), audit: [{ kind: 'signed-out', of: 'everywhere' }] };
};
