import { pathTo } from '#shared/access/routes.ts';
import { roleLabels } from '#shared/access/texts/roles.ts';
import { ownAccountTexts, passwordTexts, signInTexts } from '#shared/access/texts/sign-in.ts';
import { capitalized, formatInstant } from '#shared/language/format.ts';
import type { Instant } from '#shared/period.ts';
import type { MailChoice } from '#shared/reminders/reminder.ts';
import { remindersTexts } from '#shared/reminders/texts/reminders.ts';
import { OwnPasswordForm, type OwnPasswordProblem, ownPasswordFault } from '#web/access/own-password-form.tsx';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface AccountPageProps {
  readonly context: PageContext;
  /** All open sessions of the account, including this one. */
  readonly sessions: readonly { readonly startedAt: Instant; readonly seenAt: Instant }[];
  /** Whether the account gets reminders by mail. */
  readonly mail: MailChoice;
  /** Whether the account has an authenticator app. */
  readonly asksForCode: boolean;
  /** Why its password was not changed. */
  readonly problem?: OwnPasswordProblem;
  /** Whether its password has just been changed. */
  readonly changed?: boolean;
}

/** The user's own account: its open sessions, a button that ends all of them, its password and its mails. */
export function AccountPage({ context, sessions, mail, asksForCode, problem, changed }: AccountPageProps) {
  const { lang, session } = context;
  const t = ownAccountTexts[lang];
  const reminders = remindersTexts[lang];
  const wrong = problem === undefined ? undefined : ownPasswordFault(problem, lang);
  return (
    <Document title={t.title} context={context} typing={wrong !== undefined}>
      <h1>{t.title}</h1>
      {wrong && (
        <Alert title={passwordTexts[lang].problemTitle}>
          <p>{wrong.field ? <a href={`#${wrong.field}`}>{wrong.says}</a> : wrong.says}</p>
        </Alert>
      )}
      {changed && (
        <Alert title={signInTexts[lang].changedTitle} tone="done">
          <p>{t.changed}</p>
        </Alert>
      )}
      {session && (
        <p class="lead">
          {session.user}: {roleLabels[lang][session.role]}, {capitalized(session.unitName)}
        </p>
      )}
      <h2>{t.sessions}</h2>
      <ul>
        {sessions.map(({ startedAt, seenAt }) => (
          <li key={startedAt}>{t.session(formatInstant(startedAt), formatInstant(seenAt))}</li>
        ))}
      </ul>
      <p class="hint">{t.hint}</p>
      <p class="hint">{t.device}</p>
      <form method="post" action={pathTo('/account', {})}>
        <CsrfField context={context} />
        <p class="send">
          <button type="submit">{t.everywhere}</button>
        </p>
      </form>
      <h2>{t.changePassword}</h2>
      <p class="hint">{t.changeHint}</p>
      <OwnPasswordForm
        context={context}
        user={session?.user ?? ''}
        asksForCode={asksForCode}
        {...(problem !== undefined && { problem })}
      />
      <h2>{reminders.title}</h2>
      <p>
        {reminders[`is-${mail}`]} {reminders.hint}
      </p>
      <form method="post" action={pathTo('/account/mail', {})}>
        <CsrfField context={context} />
        <input type="hidden" name="mail" value={mail === 'on' ? 'off' : 'on'} />
        <p class="send">
          <button type="submit" class="quiet">
            {reminders[mail === 'on' ? 'stop' : 'begin']}
          </button>
        </p>
      </form>
      <p class="hint">{reminders.officialStays}</p>
    </Document>
  );
}
