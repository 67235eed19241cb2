import type { Month } from '#shared/period.ts';
import type { Regime } from '#shared/regimes.ts';
import type { Revision } from '#shared/report.ts';
import { roleLabels } from '#shared/texts/choices.ts';
import { criterionName } from '#shared/texts/criteria.ts';
import { labelOf } from '#shared/texts/fields.ts';
import { mergeTexts } from '#shared/texts/form.ts';
import { formatInstant } from '#shared/texts/format.ts';
import { valueWords } from '#shared/texts/values.ts';
import type { Typed } from '#shared/typed.ts';
import type { UnitId } from '#shared/units.ts';
import { Alert } from '#web/components/alert.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { formRows } from '#web/form/form-rows.ts';
import { ReportForm } from '#web/form/report-form.tsx';

interface MergePageProps {
  readonly context: PageContext;
  readonly action: string;
  /** What the writer sent and what is stored, both as they would be typed. */
  readonly mine: Typed;
  readonly theirsTyped: Typed;
  readonly theirs: Revision;
  readonly cell: { readonly id: UnitId; readonly name: string; readonly communeName: string };
  readonly month: Month;
  readonly regime: Regime;
  readonly lastMonth: { readonly tasks: readonly string[] };
}

/** Two people wrote at once: both versions side by side, and below them the form to send what both agree on. */
export function MergePage({
  context,
  action,
  mine,
  theirs,
  theirsTyped,
  cell,
  month,
  regime,
  lastMonth,
}: MergePageProps) {
  const { lang } = context;
  const t = mergeTexts[lang];
  const differing = differences(mine, theirsTyped);
  const saved = Object.fromEntries(differing.map((name) => [name, valueWords(name, theirsTyped[name] ?? '', lang)]));
  const who = `${roleLabels[lang][theirs.by.role]} (${theirs.by.user})`;
  return (
    <Document title={t.title} context={context} typing>
      <h1>{t.title}</h1>
      <Alert title={t.nothingLost} tone="notice">
        <p>{t.stored(theirs.revision, who, formatInstant(theirs.at))}</p>
      </Alert>
      <section>
        <h2>{t.differences}</h2>
        {differing.length === 0 ? (
          <p>{t.same}</p>
        ) : (
          <>
            <table class="data cards">
              <thead>
                <tr>
                  <th scope="col">{t.field}</th>
                  <th scope="col">{t.mine}</th>
                  <th scope="col">{t.theirs}</th>
                </tr>
              </thead>
              <tbody>
                {differing.map((name) => (
                  <tr key={name}>
                    <th scope="row">{labelOf(name, lang, (id) => criterionName(id, lang))}</th>
                    <td data-as={`${t.mine}: `}>{valueWords(name, mine[name] ?? '', lang)}</td>
                    <td data-as={`${t.theirs}: `}>{saved[name]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p>{t.others}</p>
          </>
        )}
      </section>
      <h2>{t.decide}</h2>
      <p class="lead">{t.how}</p>
      <ReportForm
        context={context}
        action={action}
        form={{ lang, typed: mine, errors: [], saved }}
        rows={formRows([mine, theirsTyped], lastMonth.tasks)}
        cell={cell.id}
        month={month}
        regime={regime}
        baseRevision={theirs.revision}
        amends
      />
    </Document>
  );
}

/** The fields that say something else, in the order of the form; a blank and an absent field are the same. */
function differences(mine: Typed, theirs: Typed): string[] {
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  return [...names].filter((name) => (mine[name] ?? '') !== (theirs[name] ?? ''));
}
