import { describedBy, FieldWords, frameClass } from '#web/form/field-words.tsx';
import { type FormState, idOf, labelAt } from '#web/form/form-state.ts';
import { Must } from '#web/form/must.tsx';

interface WordsFieldProps {
  readonly form: FormState;
  readonly name: string;
  readonly label?: string;
  readonly hint?: string;
  readonly rows?: number;
  /** Whether it must be answered. */
  readonly must?: boolean;
}

/** A question answered in free text. It has no `maxlength`, which would silently cut a pasted text. */
export function WordsField({ form, name, label = labelAt(form, name), hint, rows = 3, must = false }: WordsFieldProps) {
  const id = idOf(name);
  return (
    <div class={frameClass(form, name)}>
      <label for={id}>{label}</label>
      <Must must={must} />
      <FieldWords form={form} name={name} hint={hint} />
      <textarea
        id={id}
        name={name}
        rows={rows}
        aria-required={must || undefined}
        {...describedBy({ form, name, hint })}
      >
        {form.typed[name] ?? ''}
      </textarea>
    </div>
  );
}
