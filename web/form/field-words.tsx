import { FieldError } from '#web/form/field-error.tsx';
import { errorAt, type FormState, idOf } from '#web/form/form-state.ts';

interface FieldWordsProps {
  readonly form: FormState;
  readonly name: string;
  readonly hint?: string | undefined;
}

/** What stands between a label and its control: the hint and the mistake. */
export function FieldWords({ form, name, hint }: FieldWordsProps) {
  const id = idOf(name);
  const error = errorAt(form, name);
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`} lang={form.lang} says={error} />}
    </>
  );
}

/** The ids of the words that stand at a field. */
export function wordsOf({ form, name, hint }: FieldWordsProps): string | undefined {
  const id = idOf(name);
  const error = errorAt(form, name) !== undefined;
  const ids = [hint && `${id}-hint`, error && `${id}-error`];
  return ids.filter(Boolean).join(' ') || undefined;
}

/** The attributes by which a control points to its words and says that it is wrong. */
export function describedBy(field: FieldWordsProps) {
  const wrong = errorAt(field.form, field.name) !== undefined;
  return { 'aria-describedby': wordsOf(field), 'aria-invalid': wrong || undefined };
}

/** The class of a field's frame: a mistake is marked by a bar beside the whole field. */
export function frameClass(form: FormState, name: string, kind = ''): string {
  return ['field', kind, errorAt(form, name) !== undefined && 'wrong'].filter(Boolean).join(' ');
}
