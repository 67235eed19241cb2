import { pathTo } from '#shared/access/routes.ts';
import { signInTexts } from '#shared/access/texts/sign-in.ts';
import { InterruptedNotice } from '#web/access/interrupted-notice.tsx';
import { type InterruptedForm, PendingRequest } from '#web/access/pending-request.tsx';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { PlainField } from '#web/form/plain-field.tsx';

/** Why sign-in failed; a number is the minutes to wait after too many tries. */
export type SignInProblem =
  | 'wrong-credentials'
  | 'unavailable'
  | 'expired'
  | 'account-changed'
  | { readonly minutes: number };

interface SignInPageProps {
  readonly context: PageContext;
  /** The name that was typed, kept after a wrong password. */
  readonly user?: string;
  readonly problem?: SignInProblem;
  /** The path of our own site that opens afterwards. */
  readonly next?: string;
  readonly carried?: InterruptedForm;
  /** Whether a forgotten password has just been replaced. */
  readonly changed?: boolean;
}

/** The sign-in page. It keeps an interrupted form, which continues afterwards. */
export function SignInPage({ context, user, problem, next, carried, changed }: SignInPageProps) {
  const t = signInTexts[context.lang];
  return (
    <Document title={t.title} context={context} typing={carried !== undefined}>
      <h1>{t.title}</h1>
      {problem && (
        <Alert title={t.problemTitle}>
          <p>{typeof problem === 'string' ? t[problem] : t.wait(problem.minutes)}</p>
        </Alert>
      )}
      {changed && (
        <Alert title={t.changedTitle} tone="done">
          <p>{t.changed}</p>
        </Alert>
      )}
      {carried && <InterruptedNotice context={context} form={carried} />}
      <p class="lead">{t.lead}</p>
      <form class="sign-in" method="post" action={pathTo('/login', {})}>
        <CsrfField context={context} />
        <PendingRequest next={next} carried={carried} />
        <PlainField
          lang={context.lang}
          name="user"
          label={t.user}
          value={user ?? context.interrupted?.owner?.user ?? ''}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
        />
        <PlainField
          lang={context.lang}
          name="password"
          label={t.password}
          type="password"
          autocomplete="current-password"
        />
        <p class="send">
          <button type="submit">{t.submit}</button>
        </p>
      </form>
      <p class="actions">
        <a href={pathTo('/login/forgotten', {})}>{t.forgotten}</a>
      </p>
      <p class="hint">{t.help}</p>
    </Document>
  );
}
