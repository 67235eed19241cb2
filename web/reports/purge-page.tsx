import { pathTo } from '#shared/access/routes.ts';
import { formatInstant } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { type Purge, type PurgeStanding, type PurgeStep, purgeReasons } from '#shared/reports/purge.ts';
import type { ReportId } from '#shared/reports/report.ts';
import { purgeReasonLabels, purgeTexts } from '#shared/reports/texts/purge.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';

interface PurgePageProps {
  readonly context: PageContext;
  readonly id: ReportId;
  /** The number of the newest revision. */
  readonly revision: number;
  readonly purges: readonly StandingPurge[];
}

interface StandingPurge extends Purge {
  /** The reader's: only a second person may approve. */
  readonly standing: PurgeStanding;
}

/** Shows the removal of a report's free text: what was requested and approved, and the next step. */
export function PurgePage({ context, id, revision, purges }: PurgePageProps) {
  const { lang } = context;
  const t = purgeTexts[lang];
  return (
    <Document title={t.title} context={context}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <p>{t.rule}</p>
      {purges.map((purge) => (
        <section key={purge.upTo}>
          <h2>{t.upTo(purge.upTo)}</h2>
          <dl class="facts">
            {[purge.asked, purge.approved, purge.purged].map(
              (step) => step && <Step key={step.step} lang={lang} step={step} />,
            )}
          </dl>
          <Next context={context} id={id} purge={purge} />
        </section>
      ))}
      {!purges.some(({ upTo }) => upTo === revision) && (
        <form class="sign-in" method="post" action={pathTo('/reports/{id}/purge', { id })}>
          <CsrfField context={context} />
          <input type="hidden" name="step" value="asked" />
          <div class="field">
            <label for="why">{t.reason}</label>
            <select id="why" name="why">
              {purgeReasons.map((reason) => (
                <option key={reason} value={reason}>
                  {purgeReasonLabels[lang][reason]}
                </option>
              ))}
            </select>
          </div>
          <p class="send">
            <button type="submit">{t.ask}</button>
          </p>
        </form>
      )}
      <p class="actions">
        <a href={pathTo('/reports/{id}', { id })}>{t.back}</a>
      </p>
    </Document>
  );
}

function Step({ lang, step: { step, at, by, operator, why } }: { readonly lang: Lang; readonly step: PurgeStep }) {
  const t = purgeTexts[lang];
  return (
    <>
      <dt>{t[step]}</dt>
      <dd>
        {by?.user ?? t.operator}
        {operator && ` ${operator}`}, {formatInstant(at)}
        {why && ` (${purgeReasonLabels[lang][why].toLowerCase()})`}
      </dd>
    </>
  );
}

function Next({ context, id, purge }: Pick<PurgePageProps, 'context' | 'id'> & { readonly purge: StandingPurge }) {
  const t = purgeTexts[context.lang];
  if (purge.purged) return null;
  if (purge.approved) return <p>{t.waitsOperator}</p>;
  if (purge.standing === 'same-hand') return <p>{t.sameHand}</p>;
  if (purge.standing === 'asker') return <p>{t.waits}</p>;
  return (
    <form method="post" action={pathTo('/reports/{id}/purge', { id })}>
      <CsrfField context={context} />
      <input type="hidden" name="step" value="approved" />
      <input type="hidden" name="upTo" value={String(purge.upTo)} />
      <p class="send">
        <button type="submit">{t.approve}</button>
      </p>
    </form>
  );
}
