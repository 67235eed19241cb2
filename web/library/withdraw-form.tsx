import type { FieldError, Typed } from '#shared/input/typed.ts';
import { libraryTexts } from '#shared/library/texts/library.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { TextField } from '#web/form/text-field.tsx';

interface WithdrawFormProps {
  readonly context: PageContext;
  readonly action: string;
  readonly baseRevision: number;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}

/** The form by which the district withdraws a piece, with its reason. It is folded away, with a warning in it. */
export function WithdrawForm({ context, action, baseRevision, typed, errors }: WithdrawFormProps) {
  const t = libraryTexts[context.lang];
  const form = { lang: context.lang, typed, errors };
  return (
    <details open={errors.some(({ field }) => field === 'reason')}>
      <summary>{t.withdraw}</summary>
      <form method="post" action={action}>
        <p class="hint">{t.withdrawHint}</p>
        <CsrfField context={context} />
        <input type="hidden" name="action" value="withdraw" />
        <input type="hidden" name="baseRevision" value={baseRevision} />
        <TextField form={form} name="reason" must />
        <button type="submit" class="quiet">
          {t.withdraw}
        </button>
      </form>
    </details>
  );
}
