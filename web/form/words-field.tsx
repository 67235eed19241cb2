import { commonTexts } from '#shared/language/common.ts';
import { describedBy, FieldWords, frameClass } from '#web/form/field-words.tsx';
import { type FormState, idOf, labelAt } from '#web/form/form-state.ts';

interface WordsFieldProps {
  readonly form: FormState;
  readonly name: string;
  readonly label?: string;
  readonly hint?: string;
  readonly rows?: number;
  readonly marked?: boolean;
}

/** A question answered in free text. It has no `maxlength`, which would silently cut a pasted text. */
export function WordsField({
  form,
  name,
  label = labelAt(form, name),
  hint,
  rows = 3,
  marked = true,
}: WordsFieldProps) {
  const id = idOf(name);
  return (
    <div class={frameClass(form, name)}>
      <label for={id}>
        {label}
        {marked && <span class="if-any"> {commonTexts[form.lang].ifAny}</span>}
      </label>
      <FieldWords form={form} name={name} hint={hint} />
      <textarea id={id} name={name} rows={rows} {...describedBy({ form, name, hint })}>
        {form.typed[name] ?? ''}
      </textarea>
    </div>
  );
}
