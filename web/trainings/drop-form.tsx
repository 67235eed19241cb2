import type { FieldError, Typed } from '#shared/input/typed.ts';
import { trainingTexts } from '#shared/trainings/texts/trainings.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { TextField } from '#web/form/text-field.tsx';

interface DropFormProps {
  readonly context: PageContext;
  readonly action: string;
  readonly baseRevision: number;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}

/** The form by which a training is called off, with its reason. It is folded away. */
export function DropForm({ context, action, baseRevision, typed, errors }: DropFormProps) {
  const t = trainingTexts[context.lang];
  return (
    <details open={errors.length > 0}>
      <summary>{t.drop}</summary>
      <form method="post" action={action}>
        <p class="hint">{t.dropHint}</p>
        <CsrfField context={context} />
        <input type="hidden" name="action" value="drop" />
        <input type="hidden" name="baseRevision" value={baseRevision} />
        <TextField form={{ lang: context.lang, typed, errors }} name="reason" must />
        <button type="submit" class="quiet">
          {t.drop}
        </button>
      </form>
    </details>
  );
}
