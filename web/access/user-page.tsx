import type { Account, AccountFault } from '#shared/access/accounts.ts';
import { pathTo } from '#shared/access/routes.ts';
import { accountTexts } from '#shared/access/texts/accounts.ts';
import { roleLabels } from '#shared/access/texts/roles.ts';
import type { Typed } from '#shared/input/typed.ts';
import { capitalized } from '#shared/language/format.ts';
import { AccountFaults } from '#web/access/account-faults.tsx';
import { AccountFields } from '#web/access/account-fields.tsx';
import { DoneOnce } from '#web/access/done-once.tsx';
import { EmailField } from '#web/access/email-field.tsx';
import { stateOf } from '#web/access/users-page.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface UserPageProps {
  readonly context: PageContext;
  readonly account: Account;
  readonly unitName: string;
  /** How many sessions of the account are open. */
  readonly sessions: number;
  /** Whether this is the reader's own account, which the reader may not change. */
  readonly own: boolean;
  readonly made?: Parameters<typeof DoneOnce>[0]['made'][number];
  readonly wrong?: readonly AccountFault[];
  readonly typed?: Typed;
}

/** One account, and what the district can change about it. */
export function UserPage({ context, account, unitName, sessions, own, made, wrong, typed }: UserPageProps) {
  const { lang } = context;
  const t = accountTexts[lang];
  const faults = wrong?.map((fault) => ({ number: 0, fault }));
  const { user, role, unit, group, enabled, email } = account;
  return (
    <Document title={`${t.title}: ${user}`} context={context} typing={made !== undefined || faults !== undefined}>
      <h1>{user}</h1>
      {made && <DoneOnce lang={lang} made={[made]} />}
      {faults && <AccountFaults lang={lang} faults={faults} shown={own ? [] : ['role', 'unit', 'group', 'email']} />}
      <dl class="facts">
        <dt>{t.role}</dt>
        <dd>
          {roleLabels[lang][role]}
          {group !== undefined && ` ${group}`}
        </dd>
        <dt>{t.shown}</dt>
        <dd>
          {capitalized(unitName)} ({unit})
        </dd>
        <dt>{t.state}</dt>
        <dd>{t[stateOf(account)]}</dd>
        <dt>{t.email}</dt>
        <dd>{email ?? t.noEmail}</dd>
        <dt>{t.sessions}</dt>
        <dd>{sessions}</dd>
      </dl>
      {own ? (
        <p>{t.own}</p>
      ) : (
        <>
          <Change context={context} user={user} change="reset" title={t.resetTitle} hint={t.resetHint} />
          <Change context={context} user={user} change="hand-over" title={t.handOverTitle} hint={t.handOverHint} />
          <h2>{t.emailTitle}</h2>
          <form class="sign-in" method="post" action={pathTo('/directory/users/{user}', { user })}>
            <CsrfField context={context} />
            <input type="hidden" name="change" value="email" />
            <EmailField lang={lang} value={typed?.['email'] ?? email} faults={faults} />
            <p class="send">
              <button type="submit" class="quiet">
                {t.emailTitle}
              </button>
            </p>
          </form>
          <h2>{t.moveTitle}</h2>
          <form class="sign-in" method="post" action={pathTo('/directory/users/{user}', { user })}>
            <CsrfField context={context} />
            <input type="hidden" name="change" value="move" />
            <AccountFields
              lang={lang}
              typed={{ role, unit, ...(group && { group: String(group) }), ...typed }}
              faults={faults}
            />
            <p class="send">
              <button type="submit">{t.moveTitle}</button>
            </p>
          </form>
          {enabled ? (
            <Change context={context} user={user} change="disable" title={t.disableTitle} hint={t.disableHint} />
          ) : (
            <Change context={context} user={user} change="enable" title={t.enableTitle} />
          )}
        </>
      )}
      <h2>{t.storedTitle}</h2>
      <p class="hint">{t.storedHint}</p>
      <p class="actions">
        <a href={pathTo('/directory/users/{user}', { user }, { export: 'json' })}>{t.download}</a>{' '}
        <a href={pathTo('/directory/users', {}, { unit: parentListOf(account) })}>{t.back}</a>
      </p>
    </Document>
  );
}

interface ChangeProps {
  readonly context: PageContext;
  readonly user: string;
  readonly change: 'reset' | 'hand-over' | 'disable' | 'enable';
  readonly title: string;
  readonly hint?: string;
}

/** A change without fields: one button. */
function Change({ context, user, change, title, hint }: ChangeProps) {
  return (
    <>
      <h2>{title}</h2>
      {hint && <p class="hint">{hint}</p>}
      <form method="post" action={pathTo('/directory/users/{user}', { user })}>
        <CsrfField context={context} />
        <input type="hidden" name="change" value={change} />
        <p class="send">
          <button type="submit" class="quiet">
            {title}
          </button>
        </p>
      </form>
    </>
  );
}

/** The unit whose list has the account: for a cell, its commune. */
function parentListOf({ role, unit }: Account): string {
  return role === 'cell' ? unit.slice(0, unit.lastIndexOf('.')) : unit;
}
