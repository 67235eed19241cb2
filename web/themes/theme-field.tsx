import { themesTexts } from '#shared/themes/texts/themes.ts';
import { themeCodes, themes } from '#shared/themes/themes.ts';
import { describedBy, FieldWords, frameClass } from '#web/form/field-words.tsx';
import { type FormState, idOf } from '#web/form/form-state.ts';

interface ThemeFieldProps {
  readonly form: FormState;
  readonly name: string;
  readonly label: string;
}

/** Asks for one of the existing subjects. */
export function ThemeField({ form, name, label }: ThemeFieldProps) {
  const field = { form, name };
  return (
    <div class={frameClass(form, name)}>
      <label for={idOf(name)}>{label}</label>
      <FieldWords {...field} />
      <select id={idOf(name)} name={name} {...describedBy(field)}>
        <option value="">{themesTexts[form.lang].choose}</option>
        {themeCodes.map((code) => (
          <option key={code} value={code} selected={form.typed[name] === code}>
            {themes[code][form.lang]}
          </option>
        ))}
      </select>
    </div>
  );
}
