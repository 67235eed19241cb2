import { pathTo } from '#shared/access/routes.ts';
import type { MailChoice } from '#shared/reminders/reminder.ts';
import { remindersTexts } from '#shared/reminders/texts/reminders.ts';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface UnsubscribePageProps {
  readonly context: PageContext;
  readonly token?: string;
  /** The account that the link belongs to; absent if the link has expired. */
  readonly users: readonly string[];
  /** Their choice. */
  readonly mail: MailChoice;
  readonly done?: boolean;
}

/** The page behind a mail's link, which stops or restarts reminders without signing in. */
export function UnsubscribePage({ context, token = '', users, mail, done = false }: UnsubscribePageProps) {
  const t = remindersTexts[context.lang];
  return (
    <Document title={t.title} context={context}>
      <h1>{t.title}</h1>
      {users.length === 0 ? (
        <Alert title={t.expiredTitle}>
          <p>{t.expired}</p>
        </Alert>
      ) : (
        <>
          {done && <Alert title={t[`done-${mail}`]} tone="done" />}
          <p class="lead">
            {t.account} <b>{users.join(', ')}</b>. {t[`is-${mail}`]}
          </p>
          <form method="post" action={pathTo('/unsubscribe', {}, { token })}>
            <input type="hidden" name="mail" value={mail === 'on' ? 'off' : 'on'} />
            <p class="send">
              <button type="submit">{t[mail === 'on' ? 'stop' : 'begin']}</button>
            </p>
          </form>
          <p class="hint">{t.officialStays}</p>
        </>
      )}
      <p class="actions">
        <a href={pathTo('/', {})}>{t.home}</a>
      </p>
    </Document>
  );
}
