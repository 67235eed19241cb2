import { describedBy, FieldWords, frameClass } from '#web/form/field-words.tsx';
import { type FormState, idOf, labelAt, valueAt } from '#web/form/form-state.ts';
import { Must } from '#web/form/must.tsx';

interface TextFieldProps {
  readonly form: FormState;
  readonly name: string;
  readonly hint?: string;
  readonly label?: string;
  /** `count`, `points`: a number, its box in the right-hand column as in a ledger. `short`: a date or a time. */
  readonly kind?: keyof typeof keyboards;
  /** Whether it must be answered. */
  readonly must?: boolean;
}

/** The keyboard that a phone shows. Points need a comma, which the keyboard for counts does not have. */
const keyboards = { count: 'numeric', points: 'decimal', short: undefined, line: undefined } as const;

/** A question answered in one line. Always `type="text"`, so that what was typed survives a mistake unchanged. */
export function TextField({
  form,
  name,
  label = labelAt(form, name),
  hint,
  kind = 'line',
  must = false,
}: TextFieldProps) {
  const id = idOf(name);
  return (
    <div class={frameClass(form, name, kind === 'points' ? 'count' : kind)}>
      <div class="ask">
        <label for={id}>{label}</label>
        <Must must={must} />
        <FieldWords form={form} name={name} hint={hint} />
      </div>
      <input
        id={id}
        value={valueAt(form, name)}
        name={name}
        type="text"
        inputmode={keyboards[kind]}
        aria-required={must || undefined}
        {...describedBy({ form, name, hint })}
      />
    </div>
  );
}
