import { pathTo } from '#shared/access/routes.ts';
import { roleLabels } from '#shared/access/texts/roles.ts';
import { formatInstant } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Month } from '#shared/period.ts';
import { type AnsweredAsk, waitingAsk } from '#shared/reports/ask.ts';
import type { ReportId } from '#shared/reports/report.ts';
import { askTexts } from '#shared/reports/texts/ask.ts';
import { districtOf } from '#shared/units/units.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import type { FormState } from '#web/form/form-state.ts';
import { ReasonForm } from '#web/reports/reason-form.tsx';

interface AsksProps {
  readonly context: PageContext;
  readonly id: ReportId;
  readonly month: Month;
  readonly asks: readonly AnsweredAsk[];
  readonly may: { readonly amend: boolean; readonly ask: boolean; readonly answer: boolean };
  /** How often the month was opened again; absent while it is not official. */
  readonly reopened: number | undefined;
  readonly form: FormState;
}

/** What was asked about a report of a closed month and answered; the commune's form to ask, the district's to answer. */
export function Asks({ context, id, month, asks, may, reopened, form }: AsksProps) {
  const { lang } = context;
  const t = askTexts[lang];
  if (asks.length === 0 && !may.ask) return null;
  const to = pathTo('/reports/{id}', { id });
  const waiting = waitingAsk(asks);
  return (
    <section id="asks">
      <h2>{t.title}</h2>
      <ol class="history">
        {asks.map((ask) => (
          <Said key={ask.number} ask={ask} mayAmend={may.amend} lang={lang} />
        ))}
      </ol>
      {may.ask && (
        <ReasonForm context={context} to={to} form={form} action="ask" label={t.reason} hint={t.lead} send={t.send} />
      )}
      {may.answer && waiting && (
        <>
          <Grant context={context} month={month} id={id} ask={waiting} reopened={reopened} />
          <ReasonForm
            {...{ context, to, form, action: 'refuse', ask: waiting.number, label: t.refuseReason, send: t.refuse }}
          />
        </>
      )}
    </section>
  );
}

interface SaidProps {
  readonly ask: AnsweredAsk;
  readonly mayAmend: boolean;
  readonly lang: Lang;
}

function Said({ ask: { by, at, reason, answer }, mayAmend, lang }: SaidProps) {
  const t = askTexts[lang];
  return (
    <li>
      {t.asked(formatInstant(at), `${roleLabels[lang][by.role]} (${by.user})`)}: <q>{reason}</q>
      <p>
        {answer ? (
          <>
            <b>{t[answer.kind]}</b>, {formatInstant(answer.at)}: <q>{answer.reason}</q>{' '}
            {answer.kind === 'granted' && mayAmend && t.mayAmend}
          </>
        ) : (
          <b>{t.waiting}</b>
        )}
      </p>
    </li>
  );
}

interface GrantProps extends Pick<AsksProps, 'context' | 'month' | 'id' | 'reopened'> {
  readonly ask: AnsweredAsk;
}

/** Granting is opening the month again: the district's own act, with the reason that everybody reads. */
function Grant({ context, month, id, ask, reopened }: GrantProps) {
  const t = askTexts[context.lang];
  if (reopened === undefined) return <p>{t.notYet}</p>;
  return (
    <form
      class="card"
      method="post"
      action={pathTo('/scorecards/{unit}/{month}/reopen', { unit: districtOf(id), month })}
    >
      <CsrfField context={context} />
      <input type="hidden" name="baseRevision" value={reopened} />
      <div class="field">
        <label for="grant">{t.grantReason}</label>
        <textarea id="grant" name="reason" rows={2}>
          {ask.reason}
        </textarea>
      </div>
      <p class="send">
        <button type="submit">{t.grant}</button>
      </p>
    </form>
  );
}
