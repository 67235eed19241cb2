import type { Lang } from '#shared/language/lang.ts';
import { FieldError } from '#web/form/field-error.tsx';
import { errorAt, type FormState, idOf } from '#web/form/form-state.ts';

interface WordsProps {
  readonly id: string;
  readonly lang: Lang;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** The hint and the mistake, which stand between a label and its control. */
export function Words({ id, lang, hint, error }: WordsProps) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`} lang={lang} says={error} />}
    </>
  );
}

/** The ids of a control's hint and mistake. */
function wordIds({ id, hint, error }: Omit<WordsProps, 'lang'>): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

/** The attributes with which a control refers to its hint and mistake and says that it is wrong. */
export function pointsToWords(words: Omit<WordsProps, 'lang'>) {
  return { 'aria-describedby': wordIds(words), 'aria-invalid': words.error !== undefined || undefined };
}

interface FieldWordsProps {
  readonly form: FormState;
  readonly name: string;
  readonly hint?: string | undefined;
}

/** The hint and the error of a field of the report. */
export function FieldWords(field: FieldWordsProps) {
  return <Words lang={field.form.lang} {...wordsAt(field)} />;
}

/** The ids of the hint and mistake of a field of the report. */
export function wordsOf(field: FieldWordsProps): string | undefined {
  return wordIds(wordsAt(field));
}

/** The attributes with which a report's control refers to its hint and mistake and says that it is wrong. */
export function describedBy(field: FieldWordsProps) {
  return pointsToWords(wordsAt(field));
}

function wordsAt({ form, name, hint }: FieldWordsProps) {
  return { id: idOf(name), hint, error: errorAt(form, name) };
}

/** The class of a field's frame, which marks a mistake with a bar beside the whole field. */
export function frameClass(form: FormState, name: string, kind = ''): string {
  return ['field', kind, errorAt(form, name) !== undefined && 'wrong'].filter(Boolean).join(' ');
}
