import { pathTo } from '#shared/access/routes.ts';
import { documentsOf } from '#shared/documents/parse-entry.ts';
import { numberOf, publishedOf, type RegisterEntry } from '#shared/documents/register.ts';
import { papersTexts } from '#shared/documents/texts/papers.ts';
import { formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Report, ReportId } from '#shared/reports/report.ts';
import { DocumentLinks } from '#web/documents/document-links.tsx';
import { NumberWords } from '#web/documents/register-words.tsx';

interface DocumentFactsProps {
  readonly report: Pick<Report, 'resolution'>;
  readonly id: ReportId;
  readonly register: readonly RegisterEntry[];
  readonly lang: Lang;
}

/** The documents of a report on its page: the files, their numbers, and where numbers and publishing are entered. */
export function DocumentFacts({ report, id, register, lang }: DocumentFactsProps) {
  const t = papersTexts[lang];
  const published = publishedOf(register, id);
  return (
    <section>
      <h2>{t.title}</h2>
      {documentsOf(report).map((kind) => (
        <p key={kind} class="actions">
          <DocumentLinks id={id} kind={kind} lang={lang} />{' '}
          <span>
            {t.number}: <NumberWords kind={kind} given={numberOf(register, kind, id)} lang={lang} />
          </span>
        </p>
      ))}
      <p class="actions">
        {published && <span>{`${t.publishedLabel} ${formatDay(published.said.on)}.`}</span>}{' '}
        <a href={pathTo('/reports/{id}/papers', { id })}>{t.numbers}</a>
      </p>
    </section>
  );
}
