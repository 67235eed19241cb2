import { Fragment } from 'preact';
import { FieldWords, frameClass, wordsOf } from '#web/form/field-words.tsx';
import { type FormState, idOf, labelAt } from '#web/form/form-state.ts';

interface ChoiceFieldProps {
  readonly form: FormState;
  readonly name: string;
  readonly label?: string;
  readonly hint?: string;
  /** The value and label of each choice, in the order shown. */
  readonly choices: readonly (readonly [string, string])[];
  /** The choice that leaves the question open, since a radio button cannot be unset without scripts. */
  readonly open?: string;
}

/** A question with a few visible answers and no default. Links to a mistake lead to the first answer. */
export function ChoiceField({ form, name, label = labelAt(form, name), hint, choices, open }: ChoiceFieldProps) {
  const id = idOf(name);
  const all = open === undefined ? choices : [...choices, ['', open] as const];
  return (
    <fieldset class={frameClass(form, name, 'choice')} aria-describedby={wordsOf({ form, name, hint })}>
      <legend>{label}</legend>
      <FieldWords form={form} name={name} hint={hint} />
      {/* This starts a new line even in browsers without fieldsets. */}
      <div>
        {all.map(([value, answer], at) => (
          <Fragment key={value}>
            <label>
              {/*
               * The name comes last, because w3m reads `checked/>` and the `value/>` of a blank as unknown attributes.
               */}
              <input
                id={at === 0 ? id : undefined}
                type="radio"
                checked={form.typed[name] === value}
                value={value}
                name={name}
              />{' '}
              {answer}
            </label>{' '}
          </Fragment>
        ))}
      </div>
    </fieldset>
  );
}
