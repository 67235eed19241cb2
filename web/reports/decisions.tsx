import type { Regime } from '#shared/norms/regimes.ts';
import type { Revision } from '#shared/reports/report.ts';
import { reportTexts } from '#shared/reports/texts/report.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { describedBy, FieldWords, frameClass } from '#web/form/field-words.tsx';
import type { FormState } from '#web/form/form-state.ts';
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
  const t = reportTexts[context.lang];
  if (!may.return && !may.confirm) return null;
  const hidden = (action: 'confirm' | 'return') => (
    <>
      <CsrfField context={context} />
      <input type="hidden" name="action" value={action} />
      <input type="hidden" name="baseRevision" value={revision.revision} />
    </>
  );
  const typedFor = (action: string) => (form.typed['action'] === action ? (form.typed['reason'] ?? '') : '');
  const reason = { form, name: 'reason', hint: t.returnHint };
  return (
    <section>
      <h2>{t.decide}</h2>
      {may.confirm && (
        <form class="card" method="post" action={to} autocomplete="off">
          {hidden('confirm')}
          <Rescoring report={revision.report} regime={regime} form={form} />
          <div class="field">
            <label for="remark">{t.confirmReason}</label>
            <textarea id="remark" name="reason" rows={2}>
              {typedFor('confirm')}
            </textarea>
          </div>
          <p class="send">
            <button type="submit">{t.confirm}</button>
          </p>
        </form>
      )}
      {may.return && (
        <form class="card" method="post" action={to} autocomplete="off">
          {hidden('return')}
          <div class={frameClass(form, 'reason')}>
            <label for="reason">{t.returnReason}</label>
            <FieldWords {...reason} />
            <textarea id="reason" name="reason" rows={3} {...describedBy(reason)}>
              {typedFor('return')}
            </textarea>
          </div>
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
