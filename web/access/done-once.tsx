import type { accountChanges } from '#shared/access/accounts.ts';
import { accountTexts, changeLabels } from '#shared/access/texts/accounts.ts';
import type { Lang } from '#shared/language/lang.ts';
import { Alert } from '#web/components/alert.tsx';

interface DoneOnceProps {
  readonly lang: Lang;
  readonly made: readonly {
    readonly user: string;
    readonly kind: (typeof accountChanges)[number];
    readonly password?: string;
  }[];
}

/** Shows the changes to accounts, with one-time passwords. Passwords appear once and cannot be looked up again. */
export function DoneOnce({ lang, made }: DoneOnceProps) {
  const t = accountTexts[lang];
  return (
    <Alert title={t.doneTitle} tone="done">
      {made.some(({ password }) => password) && <p>{t.doneOnce}</p>}
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{t.user}</th>
            <th scope="col">{t.change}</th>
            <th scope="col">{t.password}</th>
          </tr>
        </thead>
        <tbody>
          {made.map(({ user, kind, password }) => (
            <tr key={user}>
              <th scope="row">{user}</th>
              <td>{changeLabels[lang][kind]}</td>
              <td>{password ? <code>{password}</code> : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Alert>
  );
}
