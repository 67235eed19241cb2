import { type AccountChange, userOf } from '#shared/access/accounts.ts';
import { pathTo } from '#shared/access/routes.ts';
import { accountTexts, changeLabels } from '#shared/access/texts/accounts.ts';
import { roleLabels } from '#shared/access/texts/roles.ts';
import { capitalized } from '#shared/language/format.ts';
import { fullName, type Unit, type UnitId } from '#shared/units/units.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';

/** What a file would change, and the same as the browser carries it back. */
export interface AccountsPreview {
  readonly changes: readonly AccountChange[];
  readonly text: string;
}

interface PreviewAccountsProps {
  readonly context: PageContext;
  readonly preview: AccountsPreview;
  readonly nameOf: (unit: UnitId) => Unit | undefined;
}

/** The changes of a file, before one button makes them all. */
export function PreviewAccounts({ context, preview: { changes, text }, nameOf }: PreviewAccountsProps) {
  const { lang } = context;
  const t = accountTexts[lang];
  return (
    <section>
      <h2>{t.previewTitle}</h2>
      <p class="lead">{t.previewLead(changes.length)}</p>
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{t.user}</th>
            <th scope="col">{t.change}</th>
            <th scope="col">{t.role}</th>
            <th scope="col">{t.shown}</th>
            <th scope="col">{t.email}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => {
            const account = 'account' in change ? change.account : undefined;
            const unit = account && nameOf(account.unit);
            return (
              <tr key={userOf(change)}>
                <th scope="row">{userOf(change)}</th>
                <td>{changeLabels[lang][change.kind]}</td>
                <td>{account && `${roleLabels[lang][account.role]} ${account.group ?? ''}`}</td>
                <td>{unit ? capitalized(fullName(unit)) : account?.unit}</td>
                <td>{'email' in change ? change.email : ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <form class="sign-in" method="post" action={pathTo('/directory/users', {})}>
        <CsrfField context={context} />
        <input type="hidden" name="list" value={text} />
        <p class="send">
          <button type="submit">{t.makeAll}</button>
        </p>
      </form>
    </section>
  );
}
