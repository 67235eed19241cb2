import { pathTo } from '#shared/access/routes.ts';
import { briefingTexts, wordPartNames } from '#shared/briefings/texts/briefing.ts';
import type { WordPart } from '#shared/documents/judged-words.ts';
import { capitalized, monthDigits } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { partsWords, readingWords } from '#shared/scorecards/figure-words.ts';
import { baselineTexts } from '#shared/scorecards/texts/baseline.ts';
import type { Summary } from '#shared/summaries/summary.ts';
import {
  explained,
  type SummaryFacts,
  stretchName,
  summaryGenerated,
  summarySections,
} from '#shared/summaries/summary-document.ts';
import { summaryLines } from '#shared/summaries/summary-lines.ts';
import { type SummaryRevision, summaryWordParts } from '#shared/summaries/summary-words.ts';
import { summaryTexts } from '#shared/summaries/texts/summary.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { JudgedPart, WordsHistory } from '#web/documents/judged-part.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { SpanForm, SpanMistakes } from '#web/scorecards/span-form.tsx';

interface SummaryPageProps {
  readonly context: PageContext;
  readonly facts: SummaryFacts;
  /** What is stored, oldest first. */
  readonly revisions: readonly SummaryRevision[];
  /** Whether the figures have changed since the words were stored. */
  readonly changed: boolean;
  readonly mayEdit: boolean;
  /** The months that are asked for. */
  readonly form: FormState;
  /** The words. */
  readonly wordsForm: FormState;
  readonly stale: boolean;
  readonly done: boolean;
}

/** A span of months summed up: the report with the words of who judges, to edit, and the main figures year by year. */
export function SummaryPage(props: SummaryPageProps) {
  const { context, facts, form, wordsForm, stale, done } = props;
  const { lang } = context;
  const t = summaryTexts[lang];
  const { unit, name, summary } = facts;
  const { from, to, counted } = summary;
  const file = (format: string) => pathTo('/summaries/{unit}', { unit }, { from, to, file: format });
  return (
    <Document title={`${t.title}: ${name}`} context={context} typing={stale || wordsForm.errors.length > 0} wide work>
      <h1>{t.title}</h1>
      <SpanMistakes title={t.wrong} form={form} />
      {stale && <Alert title={t.stale} />}
      <RowMistakes
        form={wordsForm}
        title={briefingTexts[lang].errors}
        nameOf={(field) => wordPartNames[lang][field as WordPart] ?? field}
      />
      {done && <Alert title={t.stored} tone="done" />}
      <p class="lead">
        <b>{capitalized(name)}.</b> {t.span(monthDigits(from), monthDigits(to))}.
      </p>
      <SpanForm action={pathTo('/summaries/{unit}', { unit })} form={form} texts={t} />
      {counted === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          <p class="actions">
            <a href={file('pdf')} download>
              {t.file('PDF')}
            </a>{' '}
            <a href={file('docx')} download>
              {t.file('Word')}
            </a>{' '}
            <a href={pathTo('/scorecards/{unit}', { unit }, { from, to })}>{t.trend}</a>{' '}
            {context.session?.role === 'district' && context.session.unit === unit && (
              <a href={pathTo('/directory/baseline', {})}>{baselineTexts[lang].title}</a>
            )}
          </p>
          <Words {...props} />
          <Stretches summary={summary} lang={lang} />
        </>
      )}
    </Document>
  );
}

function Words({ context, facts, revisions, changed, mayEdit, wordsForm, stale }: SummaryPageProps) {
  const { lang } = context;
  const newest = revisions.at(-1);
  const { unit, summary } = facts;
  const content = summarySections(facts).map(({ heading, parts }) => (
    <section key={heading} lang="vi">
      <h2>{heading}</h2>
      {parts.map((part) => (
        <JudgedPart
          key={part.heading}
          part={part}
          generated={summaryGenerated(facts)}
          words={newest?.words ?? {}}
          most={summaryWordParts}
          mayEdit={mayEdit}
          form={wordsForm}
          stale={stale}
        />
      ))}
    </section>
  ));
  return (
    <>
      {changed && <p class="notice">{briefingTexts[lang].changed}</p>}
      {mayEdit ? (
        <form method="post" action={pathTo('/summaries/{unit}', { unit })} autocomplete="off">
          <CsrfField context={context} />
          <input type="hidden" name="from" value={summary.from} />
          <input type="hidden" name="to" value={summary.to} />
          <input type="hidden" name="baseRevision" value={newest?.revision ?? 0} />
          <p class="hint">{summaryTexts[lang].lead}</p>
          {content}
          <p class="send">
            <button type="submit">{briefingTexts[lang].save}</button>
          </p>
        </form>
      ) : (
        content
      )}
      <WordsHistory revisions={revisions} lang={lang} />
    </>
  );
}

function Stretches({ summary, lang }: { readonly summary: Summary; readonly lang: Lang }) {
  const t = summaryTexts[lang];
  const { stretches } = summary;
  return (
    <section>
      <h2>{t.table}</h2>
      <section class="scroll" aria-label={t.table} tabindex={0}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{t.figure}</th>
              {stretches.map((each) => (
                <th key={each.from} scope="col" class="num">
                  {stretchName(each)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t.months}</th>
              {stretches.map(({ from, counted, of }) => (
                <td key={from} class="num">
                  {counted}/{of}
                </td>
              ))}
            </tr>
            {summaryLines(summary, lang).map(({ label, figures }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {figures.map((found, at) => {
                  const { from } = stretches[at] ?? {};
                  if (!found || found.value === null) {
                    return (
                      <td key={from} class="num">
                        —
                      </td>
                    );
                  }
                  return (
                    <td key={from} class="num">
                      {found.verdict === 'missed' && <span class="unseen">{t.missed} </span>}
                      {readingWords(found, lang)}
                      {found.verdict === 'missed' && <span aria-hidden="true">*</span>}{' '}
                      <span class="muted">{partsWords(found, lang)}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint" lang="vi">
        {explained(summary)}
      </p>
    </section>
  );
}
