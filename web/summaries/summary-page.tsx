import { pathTo } from '#shared/access/routes.ts';
import { capitalized, monthDigits } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { partsWords, readingWords } from '#shared/scorecards/figure-words.ts';
import { findIndicator } from '#shared/scorecards/find-indicator.ts';
import { mainFigures } from '#shared/scorecards/main-figures.ts';
import { indicatorLabels } from '#shared/scorecards/texts/indicators.ts';
import type { Summary } from '#shared/summaries/summary.ts';
import { explained, type SummaryFacts, stretchName, summarySections } from '#shared/summaries/summary-document.ts';
import { summaryTexts } from '#shared/summaries/texts/summary.ts';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { SpanForm, SpanMistakes } from '#web/scorecards/span-form.tsx';

interface SummaryPageProps {
  readonly context: PageContext;
  readonly facts: SummaryFacts;
  readonly form: FormState;
}

/** A span of months summed up: the report's text, and the main figures year by year. */
export function SummaryPage({ context, facts, form }: SummaryPageProps) {
  const { lang } = context;
  const t = summaryTexts[lang];
  const { unit, name, summary } = facts;
  const { from, to, counted } = summary;
  const address = pathTo('/summaries/{unit}', { unit });
  const file = (format: string) => pathTo('/summaries/{unit}', { unit }, { from, to, file: format });
  return (
    <Document title={`${t.title}: ${name}`} context={context} wide work>
      <h1>{t.title}</h1>
      <p class="lead">
        <b>{capitalized(name)}.</b> {t.span(monthDigits(from), monthDigits(to))}.
      </p>
      <SpanMistakes title={t.wrong} form={form} />
      <SpanForm action={address} form={form} texts={t} />
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
            <a href={pathTo('/scorecards/{unit}', { unit }, { from, to })}>{t.trend}</a>
          </p>
          {summarySections(facts).map(({ heading, lines }) => (
            <section key={heading} lang="vi">
              <h2>{heading}</h2>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </section>
          ))}
          <Stretches summary={summary} lang={lang} />
        </>
      )}
    </Document>
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
            {mainFigures.map((id) => (
              <tr key={id}>
                <th scope="row">{indicatorLabels[lang][id]}</th>
                {stretches.map(({ from, indicators }) => {
                  const found = findIndicator(indicators, id);
                  if (!found || found.value === null) return <td class="num">—</td>;
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
