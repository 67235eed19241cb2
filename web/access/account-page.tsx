import { pathTo } from '#shared/access/routes.ts';
import { roleLabels } from '#shared/access/texts/roles.ts';
import { ownAccountTexts } from '#shared/access/texts/sign-in.ts';
import { capitalized, formatInstant } from '#shared/language/format.ts';
import type { Instant } from '#shared/period.ts';
import type { MailChoice } from '#shared/reminders/reminder.ts';
import { remindersTexts } from '#shared/reminders/texts/reminders.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface AccountPageProps {
  readonly context: PageContext;
  /** All open sessions of the account, including this one. */
  readonly sessions: readonly { readonly startedAt: Instant; readonly seenAt: Instant }[];
  /** Whether the account gets reminders by mail. */
  readonly mail: MailChoice;
}

/** The user's own account, its open sessions, and a button that ends all of them. */
export function AccountPage({ context, sessions, mail }: AccountPageProps) {
  const { lang, session } = context;
  const t = ownAccountTexts[lang];
  const reminders = remindersTexts[lang];
  return (
    <Document title={t.title} context={context}>
      <h1>{t.title}</h1>
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
