import { frameClass, pointsToWords, Words } from '#web/form/field-words.tsx';
import { errorAt, type FormState } from '#web/form/form-state.ts';

interface ReasonFieldProps {
  /** What was typed and refused, if it was sent by this field's form. */
  readonly form: FormState;
  /** A page may ask for several reasons. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** The reason of one of a page's deeds. */
export function ReasonField({ form, id, label, hint }: ReasonFieldProps) {
  const words = { id, hint, error: errorAt(form, 'reason') };
  return (
    <div class={frameClass(form, 'reason')}>
      <label for={id}>{label}</label>
      <Words lang={form.lang} {...words} />
      <textarea id={id} name="reason" rows={3} {...pointsToWords(words)}>
        {form.typed['reason'] ?? ''}
      </textarea>
    </div>
  );
}
