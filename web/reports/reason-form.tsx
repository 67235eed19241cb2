import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import type { FormState } from '#web/form/form-state.ts';
import { ReasonField } from '#web/reports/reason-field.tsx';

interface ReasonFormProps {
  readonly context: PageContext;
  readonly to: string;
  /** What was typed and refused, if it was this action's. */
  readonly form: FormState;
  readonly action: 'ask' | 'refuse';
  /** The number of the ask that is answered. */
  readonly ask?: number;
  readonly label: string;
  readonly hint?: string;
  readonly send: string;
}

/** A word about a report that needs nothing but its reason. */
export function ReasonForm({ context, to, form, action, ask, label, hint, send }: ReasonFormProps) {
  const own = form.typed['action'] === action ? form : { ...form, typed: {}, errors: [] };
  return (
    <form class="card" method="post" action={to} autocomplete="off">
      <CsrfField context={context} />
      <input type="hidden" name="action" value={action} />
      {ask !== undefined && <input type="hidden" name="ask" value={ask} />}
      <ReasonField form={own} id={reasonIdOf(action)} label={label} hint={hint} />
      <p class="send">
        <button type="submit" class={action === 'refuse' ? 'quiet' : undefined}>
          {send}
        </button>
      </p>
    </form>
  );
}

/** The id of an action's reason: a page may ask for several. */
export function reasonIdOf(action: ReasonFormProps['action']): string {
  return `reason-${action}`;
}
