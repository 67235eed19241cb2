import { mistakeAt } from '#shared/reports/texts/mistakes.ts';
import { Alert } from '#web/components/alert.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';

interface SpanFormProps {
  readonly action: string;
  readonly form: FormState;
  readonly texts: Readonly<Record<'spanForm' | 'from' | 'to' | 'example' | 'show', string>>;
}

/** Asks for a span of months, from one to another. */
export function SpanForm({ action, form, texts: t }: SpanFormProps) {
  return (
    <form method="get" action={action}>
      <fieldset class="row">
        <legend>{t.spanForm}</legend>
        <div>
          <TextField form={form} name="from" label={t.from} hint={t.example} kind="short" />
          <TextField form={form} name="to" label={t.to} kind="short" />
        </div>
        <button type="submit" class="quiet">
          {t.show}
        </button>
      </fieldset>
    </form>
  );
}

/** What is wrong with the span that was asked for. */
export function SpanMistakes({ title, form: { errors, lang } }: { readonly title: string; readonly form: FormState }) {
  if (errors.length === 0) return null;
  return (
    <Alert title={title}>
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            <a href={`#${error.field}`}>{mistakeAt(error, lang)}</a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
