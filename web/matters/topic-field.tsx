import type { ChoiceField } from '#shared/reports/field.ts';
import { isObligatory } from '#shared/reports/obligatory.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { describedBy, FieldWords, frameClass } from '#web/form/field-words.tsx';
import { type FormState, idOf } from '#web/form/form-state.ts';
import { Must } from '#web/form/must.tsx';

interface TopicFieldProps {
  readonly form: FormState;
  readonly name: string;
  readonly field: ChoiceField;
}

/** Asks for a matter's topic in a list, since a dozen choices are too many to show in each row. */
export function TopicField({ form, name, field }: TopicFieldProps) {
  const id = idOf(name);
  const typed = form.typed[name] ?? '';
  const must = isObligatory(name, form.typed);
  return (
    <div class={frameClass(form, name)}>
      <label for={id}>{field.label[form.lang]}</label>
      <Must must={must} />
      <FieldWords form={form} name={name} />
      <select id={id} name={name} aria-required={must || undefined} {...describedBy({ form, name })}>
        <option value="">{formTexts[form.lang].chooseTopic}</option>
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
