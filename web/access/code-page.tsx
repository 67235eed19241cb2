import { pathTo } from '#shared/access/routes.ts';
import { codeTexts } from '#shared/access/texts/sign-in.ts';
import { type InterruptedForm, PendingRequest } from '#web/access/pending-request.tsx';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface CodePageProps {
  readonly context: PageContext;
  readonly user: string;
  /** If a second factor exists: the user pool's proof that the password was right. */
  readonly challenge?: string;
  /** If one must be set up now: the id of the waiting sign-in and the key for the app. */
  readonly setUp?: { readonly pending: string; readonly secret: string };
  readonly wrong?: boolean;
  readonly next?: string;
  readonly carried?: InterruptedForm;
}

/** The second step of signing in asks for an authenticator app's code. The first time, it also shows the app's key. */
export function CodePage({ context, user, challenge, setUp, wrong, next, carried }: CodePageProps) {
  const t = codeTexts[context.lang];
  return (
    <Document title={setUp ? t.setUpTitle : t.title} context={context} typing>
      <h1>{setUp ? t.setUpTitle : t.title}</h1>
      {wrong && (
        <Alert title={t.problemTitle}>
          <p>{t.wrong}</p>
        </Alert>
      )}
      <p class="lead">{setUp ? t.setUpLead : t.lead}</p>
      {setUp && (
        <ol>
          <li>{t.install}</li>
          <li>
            {t.enterKey} <code>{setUp.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </li>
          <li>{t.enterCode}</li>
        </ol>
      )}
      <form class="sign-in" method="post" action={setUp ? pathTo('/login/set-up', {}) : pathTo('/login/code', {})}>
        <input type="hidden" name="user" value={user} />
        {challenge && <input type="hidden" name="challenge" value={challenge} />}
        {setUp && <input type="hidden" name="pending" value={setUp.pending} />}
        <PendingRequest next={next} carried={carried} />
        <div class="field">
          <label for="code">{t.code}</label>
          <p id="code-hint" class="hint">
            {t.hint}
          </p>
          <input
            id="code"
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            aria-describedby="code-hint"
            aria-invalid={wrong || undefined}
          />
        </div>
        <p class="send">
          <button type="submit">{t.submit}</button>
        </p>
      </form>
      <p class="hint">{t.help}</p>
    </Document>
  );
}
