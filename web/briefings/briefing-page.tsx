import { pathTo } from '#shared/access/routes.ts';
import { type BriefingRevision, type BriefingWords, type WordPart, wordParts } from '#shared/briefings/briefing.ts';
import type { LetterPart } from '#shared/briefings/letter.ts';
import { briefingTexts, wordPartNames } from '#shared/briefings/texts/briefing.ts';
import { capitalized, formatInstant, formatMonth } from '#shared/language/format.ts';
import type { Month } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { WordsField } from '#web/form/words-field.tsx';

interface BriefingPageProps {
  readonly context: PageContext;
  readonly scorecard: Pick<Scorecard, 'unit' | 'name' | 'status' | 'digest'>;
  readonly month: Month;
  readonly sections: readonly { readonly heading: string; readonly parts: readonly LetterPart[] }[];
  readonly generated: Readonly<Record<WordPart, string>>;
  /** What is stored. */
  readonly words: BriefingWords;
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
        <Part key={part.heading} {...props} part={part} />
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
      {revisions.length > 0 && (
        <section>
          <h2>{t.history}</h2>
          <ul>
            {revisions.toReversed().map(({ revision, at, by }) => (
              <li key={revision}>{t.edit(revision, formatInstant(at), by.user)}</li>
            ))}
          </ul>
        </section>
      )}
    </Document>
  );
}

/** A part of the letter: its figures as text, its words to edit or to read. */
function Part({
  context: { lang },
  part: { heading, counted, judged },
  generated,
  words,
  mayEdit,
  form,
  stale,
}: BriefingPageProps & { readonly part: LetterPart }) {
  const t = briefingTexts[lang];
  const own = judged && words[judged];
  return (
    <>
      <h3>{heading}</h3>
      {counted.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {judged && mayEdit && (
        <>
          {stale && (
            <blockquote>
              <p>
                <b>{t.theirs}:</b>
              </p>
              <Lines text={own ?? generated[judged]} />
            </blockquote>
          )}
          <WordsField
            form={form}
            name={judged}
            label={wordPartNames[lang][judged]}
            unseen
            hint={t.partHint(wordParts[judged])}
            rows={judged === 'tasks' ? 7 : 4}
          />
          {own && (
            <details>
              <summary>{t.generated}</summary>
              <Lines text={generated[judged]} />
            </details>
          )}
        </>
      )}
      {judged && !mayEdit && <Lines text={own ?? generated[judged]} />}
    </>
  );
}

function Lines({ text }: { readonly text: string }) {
  return (
    <>
      {text.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}
