import { pathTo } from '#shared/access/routes.ts';
import { codeTexts } from '#shared/access/texts/sign-in.ts';
import { type InterruptedForm, PendingRequest } from '#web/access/pending-request.tsx';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface CodePageProps {
  readonly context: PageContext;
  /** The id of the sign-in whose next step this is. */
  readonly pending: string;
  /** Where the second factor is being set up: the key for the app. */
  readonly secret?: string;
  readonly wrong?: boolean;
  readonly next?: string;
  readonly carried?: InterruptedForm;
}

/** The second step of signing in: the code of an authenticator app. The first time shows the app's key too. */
export function CodePage({ context, pending, secret, wrong, next, carried }: CodePageProps) {
  const t = codeTexts[context.lang];
  const setUp = secret !== undefined;
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
            {t.enterKey} <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </li>
          <li>{t.enterCode}</li>
        </ol>
      )}
      <form class="sign-in" method="post" action={setUp ? pathTo('/login/set-up', {}) : pathTo('/login/code', {})}>
        <input type="hidden" name="pending" value={pending} />
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
