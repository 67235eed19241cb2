import { pathTo } from '#shared/access/routes.ts';
import {
  type DocumentKind,
  type NumberEntry,
  type PublishedEntry,
  publishedUntil,
} from '#shared/documents/register.ts';
import { documentNames, papersTexts } from '#shared/documents/texts/papers.ts';
import { capitalized, formatDay } from '#shared/language/format.ts';
import type { Day } from '#shared/period.ts';
import { kinds } from '#shared/reports/choices.ts';
import type { Report, ReportId } from '#shared/reports/report.ts';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { DocumentLinks } from '#web/documents/document-links.tsx';
import { EntryForm } from '#web/documents/entry-form.tsx';
import { NumberWords, PublishedWords } from '#web/documents/register-words.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { Help } from '#web/practice/help.tsx';

interface PapersPageProps {
  readonly context: PageContext;
  readonly report: Pick<Report, 'date' | 'kind' | 'resolution'>;
  readonly id: ReportId;
  readonly cellName: string;
  readonly documents: readonly {
    readonly kind: DocumentKind;
    readonly given: NumberEntry | undefined;
    /** What is proposed. */
    readonly next: number;
  }[];
  readonly published: PublishedEntry | undefined;
  /** The first day of the term that ran at the meeting, if that was entered. */
  readonly term: Day | undefined;
  readonly today: Day;
  readonly baseRevision: number;
  readonly mayEnter: boolean;
  readonly form: FormState;
  readonly stale: boolean;
}

/** The documents of a report: the files, their numbers, and whether the result was published. */
export function PapersPage(props: PapersPageProps) {
  const { context, report, id, cellName, documents, published, term, today, baseRevision, mayEnter, form, stale } =
    props;
  const { lang } = context;
  const t = papersTexts[lang];
  const what = `${kinds[report.kind][lang].toLowerCase()}, ${formatDay(report.date)}`;
  const entry = { context, id, baseRevision, form };
  const names: Readonly<Record<string, string>> = {
    ...Object.fromEntries(documents.map(({ kind }) => [kind, t.giveLabel(documentNames[lang][kind])])),
    term: t.termLabel,
    published: t.publishedLabel,
  };
  return (
    <Document title={`${t.title}: ${cellName}, ${what}`} context={context} typing={stale || form.errors.length > 0}>
      <h1>{t.title}</h1>
      {stale && <Alert title={t.stale} />}
      <RowMistakes form={form} title={t.errors} nameOf={(field) => names[field] ?? field} />
      <p class="lead">
        {capitalized(cellName)}, {what}. {t.lead}
      </p>
      <p class="actions">
        <a href={pathTo('/reports/{id}', { id })}>{t.back}</a>
      </p>
      {mayEnter && <Help context={context} of="papers" />}
      {documents.map(({ kind, given, next }) => (
        <section key={kind}>
          <h2>{documentNames[lang][kind]}</h2>
          <p class="actions">
            <DocumentLinks id={id} kind={kind} lang={lang} />
          </p>
          <p>
            {t.number}: <NumberWords kind={kind} given={given} lang={lang} />
          </p>
          {mayEnter && !given && (
            <EntryForm
              {...entry}
              name={kind}
              value={String(next)}
              label={t.giveLabel(documentNames[lang][kind])}
              hint={t.giveHint}
              send={t.give(documentNames[lang][kind])}
            />
          )}
        </section>
      ))}
      {report.resolution === 'none' && <p>{t.none}</p>}
      <section>
        <h2>{t.published}</h2>
        <p>
          <PublishedWords published={published} until={publishedUntil(report)} today={today} lang={lang} />
        </p>
        {mayEnter && (
          <EntryForm
            {...entry}
            name="published"
            label={t.publishedLabel}
            hint={t.publishedHint}
            send={t.enterPublished}
          />
        )}
      </section>
      <section>
        <h2>{t.term}</h2>
        <p>{term ? t.termSince(formatDay(term)) : t.noTerm}</p>
        {mayEnter && <EntryForm {...entry} name="term" label={t.termLabel} hint={t.termHint} send={t.enterTerm} />}
      </section>
    </Document>
  );
}
