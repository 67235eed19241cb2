import { sendOnTexts } from '#shared/access/texts/sign-in.ts';
import type { Typed } from '#shared/input/typed.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface SendOnPageProps {
  readonly context: PageContext;
  /** Why the form was not handled: the session had expired and is there again, or the system is interrupted. */
  readonly why: 'signed-in' | 'unavailable';
  /** The address to which the form was sent. */
  readonly action: string;
  readonly typed: Typed;
}

/** An interrupted form as it was typed. One button sends it. */
export function SendOnPage({ context, why, action, typed }: SendOnPageProps) {
  const t = sendOnTexts[context.lang][why];
  return (
    <Document title={t.title} context={context} typing>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <form method="post" action={action}>
        <CsrfField context={context} />
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p class="send">
          <button type="submit">{t.button}</button>
        </p>
      </form>
    </Document>
  );
}
