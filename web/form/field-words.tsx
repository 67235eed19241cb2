import { commonTexts } from '#shared/texts/common.ts';
import { formTexts } from '#shared/texts/form.ts';
import { errorAt, type FormState, idOf } from '#web/form/form-state.ts';

interface FieldWordsProps {
  readonly form: FormState;
  readonly name: string;
  readonly hint?: string | undefined;
}

/** What stands between a label and its control: the hint, the mistake, the stored value of a merge. */
export function FieldWords({ form, name, hint }: FieldWordsProps) {
  const id = idOf(name);
  const error = errorAt(form, name);
  const saved = form.saved?.[name];
  const t = formTexts[form.lang];
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} class="error">
          <b>{commonTexts[form.lang].errorWord}</b> {error}
        </p>
      )}
      {saved !== undefined && (
        <p id={`${id}-saved`} class="saved">
          {t.savedSays} <b>{saved === '' ? t.savedBlank : saved}</b>
        </p>
      )}
    </>
  );
}

/** The ids of the words that stand at a field. */
export function wordsOf({ form, name, hint }: FieldWordsProps): string | undefined {
  const id = idOf(name);
  const error = errorAt(form, name) !== undefined;
  const ids = [hint && `${id}-hint`, error && `${id}-error`, form.saved?.[name] !== undefined && `${id}-saved`];
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
