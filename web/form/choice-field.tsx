import { Fragment } from 'preact';
import { FieldWords, frameClass, wordsOf } from '#web/form/field-words.tsx';
import { type FormState, idOf, labelAt } from '#web/form/form-state.ts';

interface ChoiceFieldProps {
  readonly form: FormState;
  readonly name: string;
  readonly label?: string;
  readonly hint?: string;
  /** Value and label of each, in the order shown. */
  readonly choices: readonly (readonly [string, string])[];
  /** The choice that leaves the question open: a radio button cannot be unset without scripts. */
  readonly open?: string;
}

/** A question with a few answers, all in sight, none chosen beforehand. Links to a mistake lead to the first one. */
export function ChoiceField({ form, name, label = labelAt(form, name), hint, choices, open }: ChoiceFieldProps) {
  const id = idOf(name);
  const all = open === undefined ? choices : [...choices, ['', open] as const];
  return (
    <fieldset class={frameClass(form, name, 'choice')} aria-describedby={wordsOf({ form, name, hint })}>
      <legend>{label}</legend>
      <FieldWords form={form} name={name} hint={hint} />
      {/* Starts a new line also in browsers that do not know fieldsets. */}
      <div>
        {all.map(([value, answer], at) => (
          <Fragment key={value}>
            <label>
              {/* The name comes last: w3m takes `checked/>` and the `value/>` of a blank for attributes it does not know. */}
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
