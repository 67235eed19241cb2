import { yesNoLabels } from '#shared/reports/texts/choices.ts';
import { ChoiceField } from '#web/form/choice-field.tsx';
import type { FormState } from '#web/form/form-state.ts';

/** A yes-or-no question that may stay open. */
export function YesNoField({
  form,
  name,
  na,
}: {
  readonly form: FormState;
  readonly name: string;
  readonly na?: true;
}) {
  const t = yesNoLabels[form.lang];
  const values = na ? (['yes', 'no', 'na'] as const) : (['yes', 'no'] as const);
  return (
    <ChoiceField form={form} name={name} choices={values.map((value) => [value, t[value]] as const)} open={t.unknown} />
  );
}
