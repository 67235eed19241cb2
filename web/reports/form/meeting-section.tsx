import { capitalized, formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Day, Month } from '#shared/period.ts';
import { kinds } from '#shared/reports/choices.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { formTexts, offeredDayTexts } from '#shared/reports/texts/form.ts';
import { minutesWords } from '#shared/reports/texts/minutes.ts';
import { holds } from '#web/form/form-state.ts';
import { agendaHints } from '#web/prepare/agenda-hints.ts';
import { PlainSection } from '#web/reports/form/plain-section.tsx';
import type { SectionProps } from '#web/reports/form/section-props.ts';

/** Buổi sinh hoạt: the meeting's date and length; its kind is known from where the form was opened. */
export function MeetingSection({ section, table, form, month, regime, offered }: SectionProps) {
  const { lang, typed, errors } = form;
  const t = formTexts[lang];
  const hints = {
    date: offered?.day ? offeredDayTexts[lang][offered.day] : dayHint(month, lang),
    durationMinutes: `${capitalized(minutesWords(regime.minimumMinutes, lang))}. ${t.durationMeans}`,
    startTime: t.startMeans,
    ...agendaHints(offered?.agenda, lang),
  };
  const kind = kinds[typed['kind'] as keyof typeof kinds];
  const isUsual =
    kind === kinds.regular && !holds(form, (name) => name in table && !/^(date|kind|durationMinutes)$/.test(name));
  return (
    <PlainSection
      section={section}
      table={table}
      form={form}
      hints={hints}
      {...(kind && { more: t.kindIs(kind[lang]) })}
      open={!isUsual || errors.some(({ field }) => field === 'kind')}
    />
  );
}

/** Shows how to write a day, with an example in the reported month. */
export function dayHint(month: Month, lang: Lang): string {
  return `${reportFields.date.hint[lang]}, ${formTexts[lang].example} ${formatDay(`${month}-03` as Day)}`;
}
