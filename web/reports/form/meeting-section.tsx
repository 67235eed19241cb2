import { capitalized, formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Day, Month } from '#shared/period.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { minutesWords } from '#shared/reports/texts/minutes.ts';
import { PlainSection } from '#web/reports/form/plain-section.tsx';
import type { SectionProps } from '#web/reports/form/section-props.ts';

/** Buổi sinh hoạt: the meeting's date, kind and length. */
export function MeetingSection({ section, table, form, month, regime }: SectionProps) {
  const hints = {
    date: dayHint(month, form.lang),
    durationMinutes: `${capitalized(minutesWords(regime.minimumMinutes, form.lang))}. ${formTexts[form.lang].durationMeans}`,
  };
  return <PlainSection section={section} table={table} form={form} hints={hints} />;
}

/** Shows how to write a day, with an example in the reported month. */
export function dayHint(month: Month, lang: Lang): string {
  return `${reportFields.date.hint[lang]}, ${formTexts[lang].example} ${formatDay(`${month}-03` as Day)}`;
}
