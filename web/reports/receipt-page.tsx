import { pathTo } from '#shared/access/routes.ts';
import { capitalized, formatDay, formatInstant } from '#shared/language/format.ts';
import { kinds } from '#shared/reports/choices.ts';
import type { Revision } from '#shared/reports/report.ts';
import { receiptTexts, reportTexts } from '#shared/reports/texts/report.ts';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { PlainField } from '#web/form/plain-field.tsx';

interface ReceiptPageProps {
  readonly context: PageContext;
  /** The number as typed; absent before the first search. */
  readonly number?: string;
  /** The revision by which the content with this number came, and whether no other has come since. */
  readonly found?: { readonly revision: Revision; readonly isCurrent: boolean; readonly cellName: string };
}

/** Shows whether the content behind a receipt number is stored. */
export function ReceiptPage({ context, number, found }: ReceiptPageProps) {
  const t = receiptTexts[context.lang];
  return (
    <Document title={t.title} context={context}>
      <h1>{t.title}</h1>
      {number && !found && (
        <Alert title={`${t.number}: ${number}`} tone="notice">
          <p>{t.none}</p>
        </Alert>
      )}
      {found && <Found context={context} {...found} />}
      <p class="lead">{t.lead}</p>
      <form class="sign-in" action={pathTo('/receipts', {})}>
        <PlainField
          lang={context.lang}
          name="number"
          label={t.number}
          hint={t.hint}
          value={number ?? ''}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
        <p class="send">
          <button type="submit">{t.submit}</button>
        </p>
      </form>
    </Document>
  );
}

function Found({
  context: { lang },
  revision,
  isCurrent,
  cellName,
}: Required<ReceiptPageProps>['found'] & { context: PageContext }) {
  const t = receiptTexts[lang];
  const { kind, date } = revision.report;
  return (
    <Alert title={isCurrent ? t.current : t.superseded} tone="done">
      <p>{isCurrent ? t.currentMore : t.supersededMore}</p>
      <dl class="facts">
        <dt>{t.meeting}</dt>
        <dd>
          {capitalized(cellName)}: {kinds[kind][lang].toLowerCase()}, {formatDay(date)}
        </dd>
        <dt>{reportTexts[lang].receivedAt}</dt>
        <dd>{formatInstant(revision.at)}</dd>
      </dl>
      <p class="actions">
        <a href={pathTo('/reports/{id}', { id: revision.id })}>{t.open}</a>
      </p>
    </Alert>
  );
}
