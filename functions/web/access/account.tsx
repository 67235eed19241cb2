import type { Accounts } from '#functions/cognito/accounts.ts';
import { changeRights, type RightsDeps } from '#functions/cognito/change-rights.ts';
import { seeOther } from '#functions/http/answer.ts';
import { endSession } from '#functions/http/cookies.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import type { MailChoiceStore } from '#functions/store/mail-choice-store.ts';
import type { SessionStore } from '#functions/store/session-store.ts';
import { isOpen } from '#shared/access/session.ts';
import { AccountPage } from '#web/access/account-page.tsx';

interface Deps extends RightsDeps {
  readonly openSessions: Pick<SessionStore, 'ofUser' | 'removeEnded'>;
  readonly accounts: Pick<Accounts, 'signOut'>;
  readonly mailChoices: Pick<MailChoiceStore, 'of'>;
}

/** Shows where the user's own account is signed in. */
export const showAccount: Action<Deps> = async ({ viewer, now }, { openSessions, mailChoices }) => {
  const { user, role, unit } = viewer;
  const [open, mail] = await Promise.all([openSessions.ofUser(user, now), mailChoices.of({ user, unit })]);
  const sessions = open
    .filter((session) => isOpen(session, now))
    .map(({ startedAt, seenAt }) => ({ startedAt, seenAt }));
  return {
    status: 200,
    json: { user, role, unit, sessions, mail },
    page: (context) => <AccountPage context={context} sessions={sessions} mail={mail} />,
  };
};

/** Ends every session of the user's account, including this one, and every sign-in that is under way. */
export const signOutEverywhere: Action<Deps> = async (request, deps) => {
  const { user } = request.viewer;
  await changeRights(user, deps, () => deps.accounts.signOut(user));
  return { ...seeOther('/login', [endSession(request)]), audit: [{ kind: 'signed-out', of: 'everywhere' }] };
};
