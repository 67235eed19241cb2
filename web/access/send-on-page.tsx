import { signInTexts } from '#shared/access/texts/sign-in.ts';
import type { Typed } from '#shared/input/typed.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface SendOnPageProps {
  readonly context: PageContext;
  /** The address to which the form was being sent when the session expired. */
  readonly action: string;
  readonly typed: Typed;
}

/** Shows the interrupted form as typed after signing in again. One press sends it. */
export function SendOnPage({ context, action, typed }: SendOnPageProps) {
  const t = signInTexts[context.lang];
  return (
    <Document title={t.sendOnTitle} context={context} typing>
      <h1>{t.sendOnTitle}</h1>
      <p class="lead">{t.sendOn}</p>
      <form method="post" action={action}>
        <CsrfField context={context} />
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p class="send">
          <button type="submit">{t.sendOnButton}</button>
        </p>
      </form>
    </Document>
  );
}
