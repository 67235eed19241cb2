import type { ChoiceField } from '#shared/reports/field.ts';
import { isObligatory } from '#shared/reports/obligatory.ts';
import { describedBy, FieldWords, frameClass } from '#web/form/field-words.tsx';
import { type FormState, idOf } from '#web/form/form-state.ts';
import { Must } from '#web/form/must.tsx';

interface SelectFieldProps {
  readonly form: FormState;
  readonly name: string;
  readonly field: ChoiceField;
  /** What the list says while nothing is chosen. */
  readonly prompt: string;
}

/** A question with one answer from a list, where there are too many to show in each row. */
export function SelectField({ form, name, field, prompt }: SelectFieldProps) {
  const id = idOf(name);
  const typed = form.typed[name] ?? '';
  const must = isObligatory(name, form.typed);
  return (
    <div class={frameClass(form, name)}>
      <label for={id}>{field.label[form.lang]}</label>
      <Must must={must} />
      <FieldWords form={form} name={name} />
      <select id={id} name={name} aria-required={must || undefined} {...describedBy({ form, name })}>
        <option value="">{prompt}</option>
        {Object.entries(field.choices).map(([code, label]) => {
          if (field.former?.includes(code) && code !== typed) return null;
          return (
            <option key={code} value={code} selected={code === typed}>
              {label[form.lang]}
            </option>
          );
        })}
      </select>
    </div>
  );
}
