import { Fragment } from 'preact';
import { formTexts } from '#shared/reports/texts/form.ts';
import { FieldWords, frameClass, wordsOf } from '#web/form/field-words.tsx';
import { type FormState, idOf, labelAt } from '#web/form/form-state.ts';
import { Must } from '#web/form/must.tsx';

interface ChoiceFieldProps {
  readonly form: FormState;
  readonly name: string;
  readonly label?: string;
  readonly hint?: string;
  /** The value and label of each choice, in the order shown. */
  readonly choices: readonly (readonly [string, string])[];
  /** Whether something around it says the question already: then it is only read aloud. */
  readonly unseen?: boolean;
  /** Whether it must be answered. */
  readonly must?: boolean;
  /** What leaving the question open is called. */
  readonly open?: string;
}

/**
 * A question with a few visible answers. The first is that it is not answered, and is checked until another is: Lynx
 * sends the first button of a group in which none is checked, and nobody can uncheck a button without scripts. Links to
 * a mistake lead to it.
 */
export function ChoiceField(props: ChoiceFieldProps) {
  const { form, name, label = labelAt(form, name), hint, choices, must = false, unseen } = props;
  const { open = formTexts[form.lang].unanswered } = props;
  const id = idOf(name);
  const all = [['', open] as const, ...choices];
  // A choice that is not offered, or no longer, is none.
  const [chosen] = all.find(([value]) => value === form.typed[name]) ?? [''];
  return (
    <fieldset
      class={frameClass(form, name, 'choice')}
      aria-describedby={wordsOf({ form, name, hint })}
      {...(must && { role: 'radiogroup', 'aria-required': true })}
    >
      <legend class={unseen ? 'unseen' : undefined}>
        {label}
        <Must must={must} />
      </legend>
      <FieldWords form={form} name={name} hint={hint} />
      {/* This starts a new line even in browsers without fieldsets. */}
      <div>
        {all.map(([value, answer], at) => (
          <Fragment key={value}>
            <label>
              {/* The name comes last, because w3m reads `checked/>` as an unknown attribute. */}
              <input id={at === 0 ? id : undefined} type="radio" checked={chosen === value} value={value} name={name} />{' '}
              {answer}
            </label>{' '}
          </Fragment>
        ))}
      </div>
    </fieldset>
  );
}
