import { briefingTexts, wordPartNames } from '#shared/briefings/texts/briefing.ts';
import type { JudgedWords, ReportPart, WordPart, WordsRevision } from '#shared/documents/judged-words.ts';
import { formatInstant } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { FormState } from '#web/form/form-state.ts';
import { WordsField } from '#web/form/words-field.tsx';

interface JudgedPartProps {
  readonly part: ReportPart;
  readonly generated: Readonly<Record<WordPart, string>>;
  /** What is stored. */
  readonly words: JudgedWords;
  /** How many characters each part may have. */
  readonly most: Readonly<Record<WordPart, number>>;
  readonly mayEdit: boolean;
  readonly form: FormState;
  readonly stale: boolean;
}

/** A part of a report: its figures as text, its words to edit or to read. */
export function JudgedPart({
  part: { heading, counted, judged },
  generated,
  words,
  most,
  mayEdit,
  form,
  stale,
}: JudgedPartProps) {
  const { lang } = form;
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
            hint={t.partHint(most[judged])}
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

/** Who stored the words of a report, and when. */
export function WordsHistory({
  revisions,
  lang,
}: {
  readonly revisions: readonly WordsRevision[];
  readonly lang: Lang;
}) {
  if (revisions.length === 0) return null;
  const t = briefingTexts[lang];
  return (
    <section>
      <h2>{t.history}</h2>
      <ul>
        {revisions.toReversed().map(({ revision, at, by }) => (
          <li key={revision}>{t.edit(revision, formatInstant(at), by.user)}</li>
        ))}
      </ul>
    </section>
  );
}
