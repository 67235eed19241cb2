import type { Revision } from '#shared/report.ts';
import { pathTo } from '#shared/routes.ts';
import { commonTexts } from '#shared/texts/common.ts';
import { reportTexts } from '#shared/texts/report.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';

interface DecisionsProps {
  readonly context: PageContext;
  readonly revision: Revision;
  readonly may: { readonly return: boolean; readonly confirm: boolean };
  /** What was typed as the reason for a return that did not go through, and whether it lacked. */
  readonly reason: string;
  readonly missing: boolean;
}

/** The reviewer's two ways: confirm, or return with a reason. */
export function Decisions({ context, revision, may, reason, missing }: DecisionsProps) {
  const t = reportTexts[context.lang];
  if (!may.return && !may.confirm) return null;
  const hidden = (action: 'confirm' | 'return') => (
    <>
      <CsrfField context={context} />
      <input type="hidden" name="action" value={action} />
      <input type="hidden" name="baseRevision" value={revision.revision} />
    </>
  );
  const to = pathTo('/reports/{id}', { id: revision.id });
  return (
    <section>
      <h2>{t.decide}</h2>
      {may.confirm && (
        <form class="card" method="post" action={to}>
          {hidden('confirm')}
          <div class="field">
            <label for="confirm-reason">{t.confirmReason}</label>
            <textarea id="confirm-reason" name="reason" rows={2} />
          </div>
          <p class="send">
            <button type="submit">{t.confirm}</button>
          </p>
        </form>
      )}
      {may.return && (
        <form class="card" method="post" action={to}>
          {hidden('return')}
          <div class={missing ? 'field wrong' : 'field'}>
            <label for="return-reason">{t.returnReason}</label>
            <p id="return-hint" class="hint">
              {t.returnHint}
            </p>
            {missing && (
              <p id="return-error" class="error">
                <b>{commonTexts[context.lang].errorWord}</b> {t['reason-required']}
              </p>
            )}
            <textarea
              id="return-reason"
              name="reason"
              rows={3}
              aria-describedby={missing ? 'return-hint return-error' : 'return-hint'}
              aria-invalid={missing || undefined}
            >
              {reason}
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
