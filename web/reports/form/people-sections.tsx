import { formatDay } from '#shared/language/format.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import { targetWords } from '#shared/norms/texts/target.ts';
import type { Day } from '#shared/period.ts';
import { fieldHints } from '#shared/reports/texts/fields.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { FormSection } from '#web/form/form-section.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';
import { SumLine } from '#web/reports/form/sum-line.tsx';

const adjustments = ['exempt', 'temporarilyExempt', 'away', 'suspended', 'specialDuty', 'joining'] as const;

/** Thành phần: who belongs to the cell and who of them had to attend; `from`: the meeting whose numbers are filled in. */
export function MembersSection({ form, from }: { readonly form: FormState; readonly from?: Day }) {
  const t = formTexts[form.lang];
  const count = (name: string) => <TextField form={form} name={name} kind="count" marked={false} />;
  return (
    <FormSection id="s-members" title={t.members}>
      {from && <p class="notice">{t.membersFrom(formatDay(from))}</p>}
      {count('fullMembers')}
      <TextField
        form={form}
        name="probationaryMembers"
        kind="count"
        hint={fieldHints[form.lang].blankIsNone}
        marked={false}
      />
      <fieldset>
        <legend>{t.adjustments}</legend>
        <p class="hint">{t.adjustmentsHint}</p>
        {adjustments.map(count)}
      </fieldset>
      <SumLine live="required">{t.requiredSum}</SumLine>
    </FormSection>
  );
}

/** Dự họp: who came. The sum is explained here; where scripts run it is also shown as it is typed. */
export function AttendanceSection({ form, regime }: { readonly form: FormState; readonly regime: Regime }) {
  const t = formTexts[form.lang];
  const count = (name: string) => <TextField form={form} name={name} kind="count" />;
  return (
    <FormSection id="s-attendance" title={t.attendance} hint={t.target(targetWords(regime.attendance, form.lang))}>
      <TextField form={form} name="present" kind="count" hint={fieldHints[form.lang].present} />
      {count('excused')}
      {count('unexcused')}
      <SumLine live="present">{t.presentSum}</SumLine>
      {count('late')}
    </FormSection>
  );
}
