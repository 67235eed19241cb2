import type { Regime } from '#shared/norms/regimes.ts';
import type { Revision } from '#shared/reports/report.ts';
import { reportTexts } from '#shared/reports/texts/report.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import type { FormState } from '#web/form/form-state.ts';
import { ReasonField } from '#web/reports/reason-field.tsx';
import { Rescoring } from '#web/reports/rescoring.tsx';

interface DecisionsProps {
  readonly context: PageContext;
  /** Where the decision is sent. */
  readonly to: string;
  readonly revision: Revision;
  readonly regime: Regime;
  readonly may: { readonly return: boolean; readonly confirm: boolean };
  /** The form state of a rejected decision: what was typed, and its mistakes. */
  readonly form: FormState;
}

/** The reviewer's two choices: confirm, with changed points if necessary, or return with a reason. */
export function Decisions({ context, to, revision, regime, may, form }: DecisionsProps) {
  const { lang } = context;
  const t = reportTexts[lang];
  if (!may.return && !may.confirm) return null;
  const hidden = (action: 'confirm' | 'return') => (
    <>
      <CsrfField context={context} />
      <input type="hidden" name="action" value={action} />
      <input type="hidden" name="baseRevision" value={revision.revision} />
    </>
  );
  const tried = form.typed['action'] === 'confirm' ? 'confirm' : 'return';
  const asked = (action: 'confirm' | 'return', label: string, hint?: string) => (
    <ReasonField
      form={action === tried ? form : { lang, typed: {}, errors: [] }}
      label={label}
      hint={hint}
      // The link of a mistake leads to the field of that form which was sent.
      id={action === tried ? 'reason' : 'remark'}
    />
  );
  return (
    <section>
      <h2>{t.decide}</h2>
      {may.confirm && (
        <form class="card" method="post" action={to} autocomplete="off">
          {hidden('confirm')}
          <Rescoring report={revision.report} regime={regime} form={form} />
          {asked('confirm', t.confirmReason)}
          <p class="send">
            <button type="submit">{t.confirm}</button>
          </p>
        </form>
      )}
      {may.return && (
        <form class="card" method="post" action={to} autocomplete="off">
          {hidden('return')}
          {asked('return', t.returnReason, t.returnHint)}
          <p class="send">
            <button type="submit" class="quiet">
              {t.return}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
