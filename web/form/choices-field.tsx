import { Fragment } from 'preact';
import type { ChoicesField as Choices } from '#shared/reports/field.ts';
import { FieldWords, frameClass } from '#web/form/field-words.tsx';
import { type FormState, idOf } from '#web/form/form-state.ts';

interface ChoicesFieldProps {
  readonly form: FormState;
  readonly name: string;
  readonly field: Choices;
  readonly hint?: string;
}

/** A question with boxes to tick, as many as apply. Each has the number of its place, so that no two have one name. */
export function ChoicesField({ form, name, field, hint }: ChoicesFieldProps) {
  const codes = Object.entries(field.choices);
  const names = codes.map((_, n) => `${name}[${n}]`);
  const typed = names.map((each) => form.typed[each]);
  // Links to a mistake lead to its box, or else to the first one.
  const wrongs = form.errors.map(({ field }) => field);
  const at = Math.max(
    0,
    names.findIndex((each) => wrongs.includes(each)),
  );
  const wrong = names[at] ?? name;
  return (
    <fieldset class={frameClass(form, wrong, 'choice')}>
      <legend>{field.label[form.lang]}</legend>
      <FieldWords form={form} name={wrong} hint={hint} />
      <div>
        {codes.map(([code, label], n) => (
          <Fragment key={code}>
            <label>
              <input
                id={n === at ? idOf(wrong) : undefined}
                type="checkbox"
                checked={typed.includes(code)}
                value={code}
                name={names[n]}
              />{' '}
              {label[form.lang]}
            </label>{' '}
          </Fragment>
        ))}
      </div>
    </fieldset>
  );
}
