import { pathTo } from '#shared/access/routes.ts';
import { type BriefingRevision, wordParts } from '#shared/briefings/briefing.ts';
import { briefingTexts, wordPartNames } from '#shared/briefings/texts/briefing.ts';
import type { JudgedWords, ReportSection, WordPart } from '#shared/documents/judged-words.ts';
import { capitalized, formatMonth } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { JudgedPart, WordsHistory } from '#web/documents/judged-part.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { RowMistakes } from '#web/form/row-mistakes.tsx';

interface BriefingPageProps {
  readonly context: PageContext;
  readonly scorecard: Pick<Scorecard, 'unit' | 'name' | 'status' | 'digest'>;
  readonly month: Month;
  readonly sections: readonly ReportSection[];
  readonly generated: Readonly<Record<WordPart, string>>;
  /** What is stored. */
  readonly words: JudgedWords;
  readonly revisions: readonly BriefingRevision[];
  readonly mayEdit: boolean;
  readonly form: FormState;
  readonly stale: boolean;
  readonly done: boolean;
}

/** A month's briefing: what is counted, and the words of who judges, to edit. */
export function BriefingPage(props: BriefingPageProps) {
  const { context, scorecard, month, sections, revisions, mayEdit, form, stale, done } = props;
  const { lang } = context;
  const t = briefingTexts[lang];
  const { unit, name, status, digest } = scorecard;
  const newest = revisions.at(-1);
  const title = `${t.title} ${formatMonth(month, lang)}`;
  const address = pathTo('/briefings/{unit}/{month}', { unit, month });
  const content = sections.map(({ heading, parts }) => (
    <section key={heading} lang="vi">
      <h2>{heading}</h2>
      {parts.map((part) => (
        <JudgedPart key={part.heading} {...props} most={wordParts} part={part} />
      ))}
    </section>
  ));
  return (
    <Document title={`${title}: ${name}`} context={context} typing={stale || form.errors.length > 0} work>
      <h1>{title}</h1>
      {stale && <Alert title={t.stale} />}
      <RowMistakes form={form} title={t.errors} nameOf={(field) => wordPartNames[lang][field as WordPart] ?? field} />
      {done && <Alert title={t.stored} tone="done" />}
      <p class="lead">
        <b>{capitalized(name)}.</b> {t.lead}
      </p>
      <p class="actions">
        {(['pdf', 'docx'] as const).map((format) => (
          <span key={format}>
            <a href={`${address}.${format}`} download>
              {t.file(format === 'pdf' ? 'PDF' : 'Word')}
            </a>{' '}
          </span>
        ))}
        <a href={pathTo('/scorecards/{unit}/{month}', { unit, month })}>{t.scorecard}</a>
      </p>
      {status === 'live' && <p class="notice">{t.open}</p>}
      {newest && newest.figures !== digest && <p class="notice">{t.changed}</p>}
      {mayEdit ? (
        <form method="post" action={address} autocomplete="off">
          <CsrfField context={context} />
          <input type="hidden" name="baseRevision" value={newest?.revision ?? 0} />
          {content}
          <p class="send">
            <button type="submit">{t.save}</button>
          </p>
        </form>
      ) : (
        content
      )}
      <WordsHistory revisions={revisions} lang={lang} />
    </Document>
  );
}
