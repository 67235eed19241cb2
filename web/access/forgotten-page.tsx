import { pathTo } from '#shared/access/routes.ts';
import { forgottenTexts, signInTexts } from '#shared/access/texts/sign-in.ts';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { PlainField } from '#web/form/plain-field.tsx';

interface ForgottenPageProps {
  readonly context: PageContext;
  /** The name that was typed. */
  readonly user?: string;
  /** Why no code was asked for: no name was typed, or how many minutes to wait. */
  readonly problem?: 'no-name' | { readonly minutes: number };
}

/** The first step after a forgotten password asks for the account's name. */
export function ForgottenPage({ context, user = '', problem }: ForgottenPageProps) {
  const { lang } = context;
  const t = forgottenTexts[lang];
  return (
    <Document title={t.title} context={context}>
      <h1>{t.title}</h1>
      {problem && (
        <Alert title={t.problemTitle}>
          <p>{problem === 'no-name' ? <a href="#user">{t['no-name']}</a> : t.wait(problem.minutes)}</p>
        </Alert>
      )}
      <p class="lead">{t.lead}</p>
      <form class="sign-in" method="post" action={pathTo('/login/forgotten', {})}>
        <PlainField
          lang={lang}
          name="user"
          label={signInTexts[lang].user}
          error={problem === 'no-name' ? t['no-name'] : undefined}
          value={user}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
        />
        <p class="send">
          <button type="submit">{t.ask}</button>
        </p>
      </form>
      <p class="hint">{t.help}</p>
      <p class="actions">
        <a href={pathTo('/login', {})}>{t.back}</a>
      </p>
    </Document>
  );
}
