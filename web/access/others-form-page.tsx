import { formDeed, type SentForm } from '#shared/access/form-deed.ts';
import { pathTo } from '#shared/access/routes.ts';
import { interruptedTexts } from '#shared/access/texts/interrupted.ts';
import { CarriedFields } from '#web/access/carried-fields.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface OthersFormPageProps {
  readonly context: PageContext;
  /** With the token of its own session, by which the server knows whose it is. */
  readonly form: SentForm;
}

/** After signing in: the interrupted form is of another account. Nothing is sent; its owner can sign in and send it. */
export function OthersFormPage({ context, form }: OthersFormPageProps) {
  const { lang, session, interrupted } = context;
  const t = interruptedTexts[lang];
  const owner = interrupted?.owner;
  return (
    <Document title={t.othersTitle} context={context} typing>
      <h1>{t.othersTitle}</h1>
      {owner && session && (
        <p class="lead">
          {t.others(owner.user, owner.unitName)} {t.youAre(session.user, session.unitName)}
        </p>
      )}
      <p>{t.deed(formDeed(form, lang, interrupted?.unitName) ?? '')}</p>
      <form method="post" action={form.path}>
        <CarriedFields typed={form.typed} />
        <p class="send">
          <button type="submit">{t.signInAs(owner?.user ?? '')}</button>
        </p>
      </form>
      <p class="actions">
        <a href={pathTo('/', {})}>{t.goOn}</a>
      </p>
    </Document>
  );
}
