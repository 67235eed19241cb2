import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized, formatInstant, formatMonth } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import { mistakeAt } from '#shared/reports/texts/mistakes.ts';
import { reorganiseTexts } from '#shared/units/reorganise/texts/page.ts';
import type { Unit } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { idOf } from '#web/form/form-state.ts';
import { PlainField } from '#web/form/plain-field.tsx';
import { TypedWords } from '#web/form/typed-words.tsx';
import { PlanForm } from '#web/units/plan-form.tsx';

interface ReorganisePageProps {
  readonly context: PageContext;
  /** Those that stand. */
  readonly communes: readonly Unit[];
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  /** Why it is refused, beside mistakes at fields. */
  readonly refused?: readonly string[];
  /** What a plan will do, or has done, in sentences; with the plan as a file, to carry it out. */
  readonly preview?: { readonly says: readonly string[]; readonly month: string; readonly plan: string };
  readonly done?: 'done' | 'undone';
  /** The last reorganisation that counts. */
  readonly last?: { readonly month: Month; readonly at: string; readonly by: string };
  /** Accounts that have yet to move. */
  readonly waiting: number;
}

/** A district's units from a month on: a plan, what it would do, and the way back. */
export function ReorganisePage(props: ReorganisePageProps) {
  const { context, communes, typed = {}, errors = [], refused = [], preview, done, last, waiting } = props;
  const { lang } = context;
  const t = reorganiseTexts[lang];
  const isWrong = errors.length > 0 || refused.length > 0;
  return (
    <Document title={t.title} context={context} typing={isWrong || preview !== undefined} wide>
      <h1>{t.title}</h1>
      {isWrong && (
        <Alert title={t.wrong}>
          <ul>
            {errors.map((error) => (
              <li key={error.field}>
                {error.code === 'unknown-field' ? (
                  mistakeAt(error, lang)
                ) : (
                  <a href={`#${idOf(error.field)}`}>{mistakeAt(error, lang)}</a>
                )}
              </li>
            ))}
            {refused.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Alert>
      )}
      {done && <Alert title={t[done]} tone="done" />}
      {waiting > 0 && (
        <Alert title={t.waiting(waiting)}>
          <form method="post" action={pathTo('/directory/reorganise', {})}>
            <CsrfField context={context} />
            <input type="hidden" name="action" value="continue" />
            <p class="send">
              <button type="submit">{t.goOn}</button>
            </p>
          </form>
        </Alert>
      )}
      {preview && (
        <Preview
          context={context}
          {...preview}
          reason={typed['reason'] ?? ''}
          error={messageAt('reason', errors, lang)}
        />
      )}
      <TypedWords
        lang={lang}
        typed={typed}
        fields={[...(preview ? [] : ['reason']), ...(last ? [] : ['undoReason'])]}
      />
      <p class="lead">{t.lead}</p>
      <PlanForm context={context} communes={communes} typed={typed} errors={errors} />
      {last && (
        <form class="card" method="post" action={pathTo('/directory/reorganise', {})}>
          <h2>{t.undoTitle}</h2>
          <p>{t.last(formatMonth(last.month, lang), formatInstant(last.at), last.by)}</p>
          <p>{t.undoRule}</p>
          <CsrfField context={context} />
          <input type="hidden" name="action" value="undo" />
          <PlainField
            lang={lang}
            name="undoReason"
            label={t.reason}
            value={typed['undoReason'] ?? ''}
            error={messageAt('undoReason', errors, lang)}
          />
          <p class="send">
            <button type="submit" class="quiet">
              {t.undo}
            </button>
          </p>
        </form>
      )}
    </Document>
  );
}

interface PreviewProps extends NonNullable<ReorganisePageProps['preview']> {
  readonly context: PageContext;
  readonly reason: string;
  readonly error: string | undefined;
}

function Preview({ context, says, month, plan, reason, error }: PreviewProps) {
  const t = reorganiseTexts[context.lang];
  return (
    <form class="card" method="post" action={pathTo('/directory/reorganise', {})}>
      <h2>{t.previewTitle}</h2>
      <ul>
        {says.map((words) => (
          <li key={words}>{capitalized(words)}</li>
        ))}
      </ul>
      <p>{t.nothingYet}</p>
      <CsrfField context={context} />
      <input type="hidden" name="action" value="carry-out" />
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="plan" value={plan} />
      <PlainField lang={context.lang} name="reason" label={t.reason} value={reason} error={error} />
      <p class="send">
        <button type="submit">{t.confirm}</button>
      </p>
    </form>
  );
}

function messageAt(field: string, errors: readonly FieldError[], lang: PageContext['lang']): string | undefined {
  const error = errors.find((each) => each.field === field);
  return error && mistakeAt(error, lang);
}
