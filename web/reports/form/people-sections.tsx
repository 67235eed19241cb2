import { formatDay } from '#shared/language/format.ts';
import { targetWords } from '#shared/norms/texts/target.ts';
import type { FieldTable } from '#shared/reports/field.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { FormSection } from '#web/form/form-section.tsx';
import { PlainSection, Questions } from '#web/reports/form/plain-section.tsx';
import type { SectionProps } from '#web/reports/form/section-props.ts';
import { SumLine } from '#web/reports/form/sum-line.tsx';

/** Thành phần: the cell's members, and those of them who had to attend. */
export function MembersSection({ section, table, form, membersOf }: SectionProps) {
  const t = formTexts[form.lang];
  const only = (adjusts: boolean): FieldTable =>
    Object.fromEntries(Object.entries(table).filter(([, field]) => 'adjusts' in field === adjusts));
  return (
    <FormSection id={`s-${section}`} title={t.members}>
      {membersOf && <p class="notice">{t.membersFrom(formatDay(membersOf))}</p>}
      <Questions form={form} table={only(false)} />
      <fieldset>
        <legend>{t.adjustments}</legend>
        <p class="hint">{t.adjustmentsHint}</p>
        <Questions form={form} table={only(true)} />
      </fieldset>
      <SumLine live="required">{t.requiredSum}</SumLine>
    </FormSection>
  );
}

/** Dự họp: the attendance. The section explains the sum; with scripts it also shows it during typing. */
export function AttendanceSection({ section, table, form, regime }: SectionProps) {
  const t = formTexts[form.lang];
  return (
    <PlainSection
      section={section}
      table={table}
      form={form}
      hint={t.target(targetWords(regime.attendance, form.lang))}
      after={{ unexcused: <SumLine live="present">{t.presentSum}</SumLine> }}
    />
  );
}
