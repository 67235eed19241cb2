import { pathTo } from '#shared/routes.ts';
import { passwordTexts } from '#shared/texts/sign-in.ts';
import { Alert } from '#web/components/alert.tsx';
import { type Carried, WayOn } from '#web/components/way-on.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface NewPasswordPageProps {
  readonly context: PageContext;
  readonly user: string;
  /** What the user pool gave to prove that the first password was right. */
  readonly challenge: string;
  readonly problem?: 'policy' | 'mismatch';
  readonly next?: string;
  readonly carried?: Carried;
}

/** The first sign-in: the owner of an account sets a password that nobody else knows. */
export function NewPasswordPage({ context, user, challenge, problem, next, carried }: NewPasswordPageProps) {
  const t = passwordTexts[context.lang];
  return (
    <Document title={t.title} context={context} typing>
      <h1>{t.title}</h1>
      {problem && (
        <Alert title={t.problemTitle}>
          <p>{t[problem]}</p>
        </Alert>
      )}
      <p class="lead">{t.lead}</p>
      <form class="sign-in" method="post" action={pathTo('/password', {})}>
        <input type="hidden" name="challenge" value={challenge} />
        <WayOn next={next} carried={carried} />
        <div class="field">
          <label for="user">{t.forUser}</label>
          <input id="user" name="user" value={user} readonly autocomplete="username" />
        </div>
        <div class="field">
          <label for="password">{t.password}</label>
          <p id="rules" class="hint">
            {t.rules}
          </p>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="new-password"
            aria-describedby="rules"
            aria-invalid={problem !== undefined || undefined}
          />
        </div>
        <div class="field">
          <label for="repeat">{t.repeat}</label>
          <input id="repeat" name="repeat" type="password" autocomplete="new-password" />
        </div>
        <p class="send">
          <button type="submit">{t.submit}</button>
        </p>
      </form>
    </Document>
  );
}
