import { seeOther } from '#functions/http/answer.ts';
import { endSession } from '#functions/http/cookies.ts';
import type { Action } from '#functions/http/http-handler.tsx';
import type { Deps } from '#functions/web/deps.ts';
import { isOpen } from '#shared/session.ts';
import { AccountPage } from '#web/pages/account-page.tsx';

/** Where the asker's own account is signed in. */
export const showAccount: Action<Deps> = async ({ viewer, now }, { openSessions }) => {
  const { user, role, unit } = viewer;
  const sessions = (await openSessions.ofUser(user))
    .filter((session) => isOpen(session, now))
    .map(({ startedAt, seenAt }) => ({ startedAt, seenAt }));
  return {
    status: 200,
    json: { user, role, unit, sessions },
    page: (context) => <AccountPage context={context} sessions={sessions} />,
  };
};

/** Ends every session of the asker's account, this one too. */
export const signOutEverywhere: Action<Deps> = async (request, { openSessions }) => {
  const { user } = request.viewer;
  await openSessions.endAll(user);
  return { ...seeOther('/login', [endSession(request)]), audit: [{ kind: 'signed-out', of: 'everywhere' }] };
};
