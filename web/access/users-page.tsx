import type { Account } from '#shared/access/accounts.ts';
import { pathTo } from '#shared/access/routes.ts';
import { accountTexts } from '#shared/access/texts/accounts.ts';
import { roleLabels } from '#shared/access/texts/roles.ts';
import type { Typed } from '#shared/input/typed.ts';
import { capitalized } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { fullName, type Unit, type UnitId } from '#shared/units/units.ts';
import { AccountFaults, type Faults, faultTextAt } from '#web/access/account-faults.tsx';
import { AccountFields } from '#web/access/account-fields.tsx';
import { type AccountsPreview, PreviewAccounts } from '#web/access/accounts-preview.tsx';
import { DoneOnce } from '#web/access/done-once.tsx';
import { EmailField } from '#web/access/email-field.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { PlainField } from '#web/form/plain-field.tsx';

interface UsersPageProps {
  readonly context: PageContext;
  /** The unit whose accounts are shown. */
  readonly unit: Unit;
  /** The district and its communes: the units whose accounts can be shown. */
  readonly communes: readonly Unit[];
  readonly accounts: readonly Account[];
  readonly nameOf: (unit: UnitId) => Unit | undefined;
  /** Whether the district's own accounts need a second factor. */
  readonly asksForCode: boolean;
  readonly made?: Parameters<typeof DoneOnce>[0]['made'];
  /** What a file would change. */
  readonly preview?: AccountsPreview;
  /** Why nothing was changed, except what is in `made`. Each fault has the line of the file, or 0 for the form. */
  readonly faults?: Faults;
  readonly typed?: Typed;
}

/** The accounts of a unit, a form for a new account, and a file for many. */
export function UsersPage(props: UsersPageProps) {
  const { context, unit, communes, accounts, nameOf, asksForCode, made, preview, faults, typed = {} } = props;
  const { lang } = context;
  const t = accountTexts[lang];
  const fileFault = faults && fileFaultIn(faults);
  return (
    <Document
      title={t.title}
      context={context}
      typing={made !== undefined || preview !== undefined || faults !== undefined}
      wide
    >
      <h1>{t.title}</h1>
      {made && <DoneOnce lang={lang} made={made} />}
      {preview && <PreviewAccounts context={context} preview={preview} nameOf={nameOf} />}
      {faults && (
        <AccountFaults lang={lang} faults={faults} shown={['user', 'role', 'unit', 'group', 'email', 'file']} />
      )}
      <p class="lead">{t.lead}</p>
      <p class="actions">
        <a href={pathTo('/audit', {})}>{t.audit}</a> <a href={pathTo('/directory/units', {})}>{t.units}</a>{' '}
        <a href={pathTo('/directory/reorganise', {})}>{t.reorganise}</a>{' '}
        <a href={pathTo('/directory/tokens', {})}>{t.tokens}</a>
      </p>
      <form class="sign-in" action={pathTo('/directory/users', {})}>
        <div class="field">
          <label for="shown">{t.shown}</label>
          <select id="shown" name="unit">
            {communes.map((each) => (
              <option key={each.id} value={each.id} selected={each.id === unit.id}>
                {capitalized(fullName(each))}
              </option>
            ))}
          </select>
        </div>
        <p class="send">
          <button type="submit" class="quiet">
            {t.show}
          </button>
        </p>
      </form>
      <h2>{`${t.list}: ${fullName(unit)}`}</h2>
      {accounts.length === 0 ? <p>{t.none}</p> : <List lang={lang} accounts={accounts} nameOf={nameOf} />}
      <Renew context={context} accounts={accounts} />
      <h2>{t.addTitle}</h2>
      <p class="hint">{t.addHint}</p>
      <form class="sign-in" method="post" action={pathTo('/directory/users', {})}>
        <CsrfField context={context} />
        <PlainField
          lang={lang}
          name="user"
          label={t.user}
          hint={t.userHint}
          error={faultTextAt('user', faults, lang)}
          value={typed['user'] ?? ''}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
        />
        <AccountFields lang={lang} typed={{ unit: unit.id, ...typed }} faults={faults} />
        <EmailField lang={lang} value={typed['email']} faults={faults} />
        <p class="send">
          <button type="submit">{t.addTitle}</button>
        </p>
      </form>
      <h2>{t.fileTitle}</h2>
      <form class="sign-in" method="post" enctype="multipart/form-data" action={pathTo('/directory/users', {})}>
        <CsrfField context={context} />
        <PlainField
          lang={lang}
          name="file"
          label={t.file}
          hint={t.fileHint}
          error={fileFault && t[fileFault]}
          type="file"
          accept=".csv,.xlsx,text/csv"
        />
        <p class="send">
          <button type="submit">{t.sendFile}</button>
        </p>
      </form>
      <h2>{t.factorTitle}</h2>
      <p>{asksForCode ? t.factorOn : t.factorOff}</p>
      <form method="post" action={pathTo('/directory/second-factor', {})}>
        <CsrfField context={context} />
        <input type="hidden" name="required" value={asksForCode ? 'no' : 'yes'} />
        <p class="send">
          <button type="submit" class="quiet">
            {asksForCode ? t.turnOff : t.turnOn}
          </button>
        </p>
      </form>
    </Document>
  );
}

/** The message at the file field: the file is invalid, or some lines are wrong. The summary names the lines. */
function fileFaultIn(faults: Faults): 'bad-file' | 'wrong-lines' | undefined {
  if (faults.includes('bad-file')) return 'bad-file';
  return faults.some((each) => each !== 'bad-file' && each.number > 0) ? 'wrong-lines' : undefined;
}

/** As many as a file may have. */
const MOST_RENEWED = 100;

/** One button that previews another one-time password for each account that waits: the one before may have run out. */
function Renew({ context, accounts }: Pick<UsersPageProps, 'context' | 'accounts'>) {
  const t = accountTexts[context.lang];
  const waiting = accounts.filter(({ mustChoose, enabled }) => mustChoose && enabled).slice(0, MOST_RENEWED);
  if (waiting.length === 0) return null;
  return (
    <form method="post" action={pathTo('/directory/users', {})}>
      <CsrfField context={context} />
      <input
        type="hidden"
        name="file"
        value={['change;user', ...waiting.map(({ user }) => `reset;${user}`)].join('\n')}
      />
      <p class="hint">{t.renewHint(waiting.length)}</p>
      <p class="send">
        <button type="submit" class="quiet">
          {t.renewTitle}
        </button>
      </p>
    </form>
  );
}

interface ListProps {
  readonly lang: Lang;
  readonly accounts: readonly Account[];
  readonly nameOf: UsersPageProps['nameOf'];
}

function List({ lang, accounts, nameOf }: ListProps) {
  const t = accountTexts[lang];
  return (
    <table class="data">
      <thead>
        <tr>
          <th scope="col">{t.user}</th>
          <th scope="col">{t.role}</th>
          <th scope="col">{t.shown}</th>
          <th scope="col">{t.state}</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => {
          const { user, role, group } = account;
          const unit = nameOf(account.unit);
          return (
            <tr key={user}>
              <th scope="row">
                <a href={pathTo('/directory/users/{user}', { user })}>{user}</a>
              </th>
              <td>
                {roleLabels[lang][role]}
                {group !== undefined && ` ${group}`}
              </td>
              <td>{unit ? capitalized(fullName(unit)) : account.unit}</td>
              <td>{t[stateOf(account)]}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The state of an account: in use, waiting for its first password, or disabled. */
export function stateOf({ enabled, mustChoose }: Account): 'active' | 'mustChoose' | 'disabled' {
  if (!enabled) return 'disabled';
  return mustChoose ? 'mustChoose' : 'active';
}
