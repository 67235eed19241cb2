import { formDeed } from '#shared/access/form-deed.ts';
import { pathTo } from '#shared/access/routes.ts';
import { interruptedTexts } from '#shared/access/texts/interrupted.ts';
import { sendOnTexts } from '#shared/access/texts/sign-in.ts';
import type { Typed } from '#shared/input/typed.ts';
import { CarriedFields } from '#web/access/carried-fields.tsx';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface SendOnPageProps {
  readonly context: PageContext;
  /** Why the form was not handled: the session had expired and is there again, or the system could not. */
  readonly why: 'signed-in' | 'unavailable' | 'fault' | 'unreadable';
  /** The address to which the form was sent. */
  readonly action: string;
  readonly typed: Typed;
}

/**
 * An interrupted form as it was typed, and what it is about to do. One button sends it. All of a form that may have been
 * made elsewhere is shown, so that nobody sends what he has not read.
 */
export function SendOnPage({ context, why, action, typed }: SendOnPageProps) {
  const { lang, interrupted } = context;
  const t = { ...interruptedTexts[lang], ...sendOnTexts[lang][why] };
  const { csrf, ...content } = typed;
  const deed = formDeed({ path: action, typed }, lang, interrupted?.unitName);
  return (
    <Document title={t.title} context={context} typing>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {deed && (
        <p>
          <b>{t.deed(deed)}</b>
        </p>
      )}
      {interrupted && !interrupted.owner && (
        <Alert title={t.unknownTitle} tone="notice">
          <p>{t.unknown}</p>
          <dl class="facts">
            {Object.entries(content).map(
              ([name, value]) =>
                value.trim() !== '' && (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ),
            )}
          </dl>
        </Alert>
      )}
      <form method="post" action={action}>
        <CsrfField context={context} />
        <CarriedFields typed={context.csrf === undefined ? typed : content} />
        <p class="send">
          <button type="submit">{t.button}</button>
        </p>
      </form>
      <p class="actions">
        <a href={pathTo('/', {})}>{t.drop}</a>
      </p>
    </Document>
  );
}
