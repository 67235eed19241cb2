import { pathTo } from '#shared/access/routes.ts';
import { capitalized, formatInstant, formatNumber, monthDigits } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { addMonths, type Month } from '#shared/period.ts';
import { type BaselineRevision, baselineCounts } from '#shared/scorecards/baseline.ts';
import { baselineLabels, baselineTexts } from '#shared/scorecards/texts/baseline.ts';
import type { UnitId } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { RowMistakes } from '#web/form/row-mistakes.tsx';
import { TextField } from '#web/form/text-field.tsx';

interface BaselinePageProps {
  readonly context: PageContext;
  readonly unit: { readonly id: UnitId; readonly name: string };
  /** Oldest first. */
  readonly entered: readonly BaselineRevision[];
  readonly form: FormState;
  readonly baseRevision: number;
  /** The first month that a regime judges. */
  readonly firstJudged: Month;
  /** What stands of the month, where the writer has not seen it. */
  readonly stored?: BaselineRevision;
  readonly done: boolean;
}

/** What a district counted before any regime, and a form that enters or corrects one month of it. */
export function BaselinePage({
  context,
  unit,
  entered,
  form,
  baseRevision,
  firstJudged,
  stored,
  done,
}: BaselinePageProps) {
  const { lang } = context;
  const t = baselineTexts[lang];
  const labels: Readonly<Record<string, string>> = { month: t.month, source: t.source, ...baselineLabels[lang] };
  return (
    <Document title={t.title} context={context} typing={stored !== undefined || form.errors.length > 0} work>
      <h1>{t.title}</h1>
      {stored && <Alert title={t.stale} />}
      <RowMistakes form={form} title={t.errors} nameOf={(field) => labels[field] ?? field} />
      {done && <Alert title={t.stored} tone="done" />}
      <p class="lead">
        <b>{capitalized(unit.name)}.</b> {t.lead}
      </p>
      {stored && <Entered entered={[stored]} lang={lang} />}
      <form class="card" method="post" action={pathTo('/directory/baseline', {})} autocomplete="off">
        <CsrfField context={context} />
        <input type="hidden" name="baseRevision" value={baseRevision} />
        <TextField form={form} name="month" label={t.month} hint={t.monthHint} kind="short" must />
        {baselineCounts.map((name) => (
          <TextField key={name} form={form} name={name} label={baselineLabels[lang][name]} kind="count" must />
        ))}
        <TextField form={form} name="source" label={t.source} hint={t.sourceHint} must />
        <p class="send">
          <button type="submit">{t.save}</button>
        </p>
      </form>
      <h2>{t.entered}</h2>
      {entered.length > 0 ? <Entered entered={entered} lang={lang} /> : <p>{t.none}</p>}
      <p class="actions">
        <a href={pathTo('/directory/baseline', {})}>{t.another}</a>{' '}
        {entered[0] && (
          <a
            href={pathTo(
              '/summaries/{unit}',
              { unit: unit.id },
              { from: entered[0].month, to: addMonths(firstJudged, 11) },
            )}
          >
            {t.summary}
          </a>
        )}
      </p>
    </Document>
  );
}

function Entered({ entered, lang }: { readonly entered: readonly BaselineRevision[]; readonly lang: Lang }) {
  const t = baselineTexts[lang];
  return (
    <section class="scroll" aria-label={t.entered} tabindex={0}>
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{t.month}</th>
            {baselineCounts.map((name) => (
              <th key={name} scope="col" class="num">
                {baselineLabels[lang][name]}
              </th>
            ))}
            <th scope="col">{t.source}</th>
          </tr>
        </thead>
        <tbody>
          {entered.map(({ month, counts, source, revision, by, at }) => (
            <tr key={month}>
              <th scope="row">
                {monthDigits(month)}{' '}
                <a href={pathTo('/directory/baseline', {}, { month })}>
                  {t.correct}
                  <span class="unseen"> {monthDigits(month)}</span>
                </a>
              </th>
              {baselineCounts.map((name) => (
                <td key={name} class="num">
                  {formatNumber(counts[name], lang)}
                </td>
              ))}
              <td>
                {source}{' '}
                <span class="muted">
                  ({t.revision(revision)}, {by.user}, {formatInstant(at)})
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
