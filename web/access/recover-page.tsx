import { fieldOf, type PasswordProblem } from '#shared/access/password.ts';
import { pathTo } from '#shared/access/routes.ts';
import { forgottenTexts, passwordProblemTexts, passwordTexts, signInTexts } from '#shared/access/texts/sign-in.ts';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { PlainField } from '#web/form/plain-field.tsx';

/** Why the password was not set; after too many attempts, how many minutes to wait. */
export type RecoverProblem = PasswordProblem | 'wrong-code' | { readonly minutes: number };

interface RecoverPageProps {
  readonly context: PageContext;
  readonly user: string;
  /** The code as it was typed. Passwords must be typed again. */
  readonly code?: string;
  readonly problem?: RecoverProblem;
}

/** The second step for a forgotten password: the code, if one was mailed, and a new password. */
export function RecoverPage({ context, user, code = '', problem }: RecoverPageProps) {
  const { lang } = context;
  const t = forgottenTexts[lang];
  const { rules, password, repeat, problemTitle } = passwordTexts[lang];
  const isCode = problem === 'wrong-code';
  const field = typeof problem === 'string' ? (isCode ? 'code' : fieldOf(problem)) : undefined;
  const says = typeof problem === 'string' ? (isCode ? t.wrong : passwordProblemTexts[lang][problem]) : undefined;
  const errorAt = (name: string) => (field === name ? says : undefined);
  const secret = { type: 'password', autocomplete: 'new-password' } as const;
  return (
    <Document title={t.codeTitle} context={context} typing>
      <h1>{t.codeTitle}</h1>
      {problem ? (
        <Alert title={problemTitle}>
          <p>{typeof problem === 'string' ? <a href={`#${field}`}>{says}</a> : t.wait(problem.minutes)}</p>
        </Alert>
      ) : (
        <Alert title={t.askedTitle} tone="notice">
          <p>{t.asked}</p>
        </Alert>
      )}
      <form class="sign-in" method="post" action={pathTo('/login/new-password', {})}>
        <PlainField
          lang={lang}
          name="user"
          label={signInTexts[lang].user}
          value={user}
          readonly
          autocomplete="username"
        />
        <PlainField
          lang={lang}
          name="code"
          label={t.code}
          hint={t.codeHint}
          error={errorAt('code')}
          value={code}
          inputmode="numeric"
          autocomplete="one-time-code"
        />
        <PlainField lang={lang} name="password" label={password} hint={rules} error={errorAt('password')} {...secret} />
        <PlainField lang={lang} name="repeat" label={repeat} error={errorAt('repeat')} {...secret} />
        <p class="send">
          <button type="submit">{t.save}</button>
        </p>
      </form>
      <p class="actions">
        <a href={pathTo('/login/forgotten', {})}>{t.again}</a> <a href={pathTo('/login', {})}>{t.back}</a>
      </p>
    </Document>
  );
}
