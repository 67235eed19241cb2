import { formatDay, formatNumber } from '#shared/language/format.ts';
import { targetWords } from '#shared/norms/texts/target.ts';
import { readMembers } from '#shared/reports/read-members.ts';
import { requiredOf } from '#shared/reports/report.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { sumOfMembers } from '#shared/reports/sum-of-members.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { liveTexts } from '#shared/reports/texts/live.ts';
import { sumWords } from '#shared/reports/texts/members.ts';
import { Fold } from '#web/form/fold.tsx';
import { FormSection } from '#web/form/form-section.tsx';
import { errorAt, holds } from '#web/form/form-state.ts';
import { only, PlainSection, Questions } from '#web/reports/form/plain-section.tsx';
import type { SectionProps } from '#web/reports/form/section-props.ts';
import { SumLine } from '#web/reports/form/sum-line.tsx';

/**
 * Thành phần: the cell's members, and those of them who had to attend. Once they are known they stand in one line, with
 * the fields behind it.
 */
export function MembersSection({ section, table, form, offered }: SectionProps) {
  const { lang } = form;
  const t = formTexts[lang];
  const own = <Questions form={form} table={only(table, (field) => !('adjusts' in field))} />;
  const adjusting = only(table, (field) => 'adjusts' in field);
  const members = readMembers(form.typed);
  if (!members) {
    return (
      <FormSection id={`s-${section}`} title={t.members}>
        {own}
        <Fold title={t.adjustments} open={holds(form, (name) => name in adjusting)}>
          <p class="hint">{t.adjustmentsHint}</p>
          <Questions form={form} table={adjusting} />
        </Fold>
        <SumLine live="required">{t.requiredSum}</SumLine>
      </FormSection>
    );
  }
  const required = formatNumber(requiredOf(members), lang);
  return (
    <section id={`s-${section}`}>
      <Fold
        title={
          <>
            <SumLine live="required" otherwise={t.requiredSum} inline>
              {liveTexts[lang].required(required, sumOfMembers(members, sumWords[lang]))}
            </SumLine>{' '}
            {offered?.members && <span class="offered">{t.membersFrom(formatDay(offered.members))} </span>}
            <u>{t.change}</u>
          </>
        }
        open={Object.keys(table).some((name) => errorAt(form, name))}
      >
        {own}
        <fieldset>
          <legend>{t.adjustments}</legend>
          <p class="hint">{t.adjustmentsHint}</p>
          <Questions form={form} table={adjusting} />
        </fieldset>
      </Fold>
    </section>
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
      hints={{
        present: `${reportFields.present.hint[form.lang]}. ${t.target(targetWords(regime.attendance, form.lang))}`,
      }}
      after={{ unexcused: <SumLine live="present">{t.presentSum}</SumLine> }}
    />
  );
}
