import { describedBy, FieldWords, frameClass } from '#web/form/field-words.tsx';
import { type FormState, idOf, labelAt } from '#web/form/form-state.ts';
import { Must } from '#web/form/must.tsx';

interface WordsFieldProps {
  readonly form: FormState;
  readonly name: string;
  readonly label?: string;
  readonly hint?: string;
  readonly rows?: number;
  /** Whether something around it says the question already, and that it must be answered: then it is only read aloud. */
  readonly unseen?: boolean;
  /** Whether it must be answered. */
  readonly must?: boolean;
}

/** A question answered in free text. It has no `maxlength`, which would silently cut a pasted text. */
export function WordsField({ form, name, label = labelAt(form, name), ...own }: WordsFieldProps) {
  const { hint, rows = 3, must = false, unseen } = own;
  const id = idOf(name);
  return (
    <div class={frameClass(form, name)}>
      <label for={id} class={unseen ? 'unseen' : undefined}>
        {label}
      </label>
      <Must must={must && !unseen} />
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
