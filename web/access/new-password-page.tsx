import { fieldOf, type PasswordProblem } from '#shared/access/password.ts';
import { pathTo } from '#shared/access/routes.ts';
import { passwordProblemTexts, passwordTexts } from '#shared/access/texts/sign-in.ts';
import { type InterruptedForm, PendingRequest } from '#web/access/pending-request.tsx';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { PlainField } from '#web/form/plain-field.tsx';

interface NewPasswordPageProps {
  readonly context: PageContext;
  readonly user: string;
  /** The id of the sign-in whose next step this is. */
  readonly pending: string;
  readonly problem?: PasswordProblem;
  readonly next?: string;
  readonly carried?: InterruptedForm;
}

/** The first sign-in: the owner of an account sets a password that nobody else knows. */
export function NewPasswordPage({ context, user, pending, problem, next, carried }: NewPasswordPageProps) {
  const { lang } = context;
  const t = passwordTexts[lang];
  const wrong = problem && fieldOf(problem);
  const says = problem && passwordProblemTexts[lang][problem];
  const errorAt = (name: typeof wrong) => (wrong === name ? says : undefined);
  const secret = { type: 'password', autocomplete: 'new-password' } as const;
  return (
    <Document title={t.title} context={context} typing>
      <h1>{t.title}</h1>
      {problem && (
        <Alert title={t.problemTitle}>
          <p>
            <a href={`#${wrong}`}>{says}</a>
          </p>
        </Alert>
      )}
      <p class="lead">{t.lead}</p>
      <form class="sign-in" method="post" action={pathTo('/password', {})}>
        <input type="hidden" name="pending" value={pending} />
        <PendingRequest next={next} carried={carried} />
        <PlainField lang={lang} name="user" label={t.forUser} value={user} readonly autocomplete="username" />
        <PlainField
          lang={lang}
          name="password"
          label={t.password}
          hint={t.rules}
          error={errorAt('password')}
          {...secret}
        />
        <PlainField lang={lang} name="repeat" label={t.repeat} error={errorAt('repeat')} {...secret} />
        <p class="send">
          <button type="submit">{t.submit}</button>
        </p>
      </form>
    </Document>
  );
}
