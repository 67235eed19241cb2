import { pathTo } from '#shared/access/routes.ts';
import type { FieldError } from '#shared/input/typed.ts';
import type { PreviewSection } from '#shared/units/lists/preview-list.ts';
import { unitsTexts } from '#shared/units/texts/units-page.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { ErrorSummary } from '#web/form/error-summary.tsx';
import { errorAt } from '#web/form/form-state.ts';
import { PlainField } from '#web/form/plain-field.tsx';
import { TypedWords } from '#web/form/typed-words.tsx';

/** A list that was sent: what was understood, or why it is refused. */
export interface ShownList {
  readonly summary: string;
  readonly sections: readonly PreviewSection[];
  /** What is wrong in it, cell by cell: nothing can be entered. */
  readonly problems: readonly string[];
  /** What is wrong with the file as a whole. */
  readonly file?: string;
  /** What would be entered, and the state of the directory that the preview was made of. */
  readonly text?: string;
  readonly seen?: string;
  /** What is wrong with the reason. */
  readonly reasonErrors?: readonly FieldError[];
  /** The directory has changed since the preview before this one. */
  readonly changedSince?: true;
}

interface ListPreviewProps {
  readonly context: PageContext;
  readonly list: ShownList;
  readonly commune: string;
  /** What was typed as the reason. */
  readonly reason: string;
}

/** What was understood of a list, with one button that enters it; or what is wrong in it. */
export function ListPreview({ context, list, commune, reason }: ListPreviewProps) {
  const { summary, sections, problems, file, text, seen, changedSince, reasonErrors = [] } = list;
  const { lang } = context;
  const t = unitsTexts[lang];
  const form = { lang, typed: { reason }, errors: reasonErrors };
  const wrong = file === undefined ? problems : [file];
  return (
    <>
      {wrong.length > 0 && (
        <Alert title={t.refused}>
          <ul>
            {wrong.map((each) => (
              <li key={each}>
                <a href="#file">{each}</a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <ErrorSummary form={form} title={t.refused} shows={() => text !== undefined} />
      {text === undefined && <TypedWords lang={lang} typed={form.typed} fields={['reason']} />}
      {changedSince && text !== undefined && <Alert title={t.changedSince} tone="notice" />}
      {summary !== '' && <h2>{t.previewTitle}</h2>}
      {summary !== '' && <p class="lead">{summary}</p>}
      {text !== undefined && (
        <form class="sign-in" method="post" enctype="multipart/form-data" action={pathTo('/directory/units', {})}>
          <CsrfField context={context} />
          <input type="hidden" name="list" value={text} />
          <input type="hidden" name="seen" value={seen} />
          <input type="hidden" name="commune" value={commune} />
          <PlainField
            lang={lang}
            name="reason"
            label={t.reason}
            autocomplete="off"
            value={reason}
            error={errorAt(form, 'reason')}
          />
          <p class="send">
            <button type="submit">{t.enter}</button>
          </p>
        </form>
      )}
      {sections.map(({ title, lines }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
