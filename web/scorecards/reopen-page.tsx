import { pathTo } from '#shared/access/routes.ts';
import { formatInstant, formatMonth } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import { mistakeAt } from '#shared/reports/texts/mistakes.ts';
import type { Reopening } from '#shared/scorecards/reopening.ts';
import { reopeningTexts } from '#shared/scorecards/texts/reopening.ts';
import type { UnitId } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { WordsField } from '#web/form/words-field.tsx';

interface ReopenPageProps extends Pick<FormState, 'typed' | 'errors'> {
  readonly context: PageContext;
  readonly district: UnitId;
  readonly month: Month;
  readonly baseRevision: number;
  /** The reopening that is not closed yet. */
  readonly open?: Reopening;
  readonly stale: boolean;
}

/** Opens a closed month again, with a reason; or says that it is open. */
export function ReopenPage({ context, district, month, baseRevision, open, stale, typed, errors }: ReopenPageProps) {
  const { lang } = context;
  const t = reopeningTexts[lang];
  const title = t.title(formatMonth(month, lang));
  const [error] = errors;
  return (
    <Document title={title} context={context} typing>
      <h1>{title}</h1>
      {error && (
        <Alert title={t.problem}>
          <p>
            <a href="#reason">{`${t.reason}: ${mistakeAt(error, lang)}`}</a>
          </p>
        </Alert>
      )}
      {stale && <Alert title={t.stale} />}
      {open && (
        <Alert title={t.open(formatInstant(open.at), open.by.user)} tone="done">
          <p>
            {t.reason}: {open.reason}
          </p>
        </Alert>
      )}
      <p class="lead">{t.lead}</p>
      <p>{t.rule}</p>
      {(!open || stale) && (
        <form
          class="card"
          method="post"
          action={pathTo('/scorecards/{unit}/{month}/reopen', { unit: district, month })}
        >
          <CsrfField context={context} />
          <input type="hidden" name="baseRevision" value={baseRevision} />
          <WordsField form={{ lang, typed, errors }} name="reason" label={t.reason} hint={t.reasonHint} />
          <p class="send">
            <button type="submit">{t.send}</button>
          </p>
        </form>
      )}
      <p class="actions">
        <a href={pathTo('/scorecards/{unit}/{month}', { unit: district, month })}>{t.back}</a>
      </p>
    </Document>
  );
}
