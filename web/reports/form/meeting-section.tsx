import { capitalized, formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import type { Day, Month } from '#shared/period.ts';
import { kinds } from '#shared/reports/report.ts';
import { kindLabels } from '#shared/reports/texts/choices.ts';
import { fieldHints } from '#shared/reports/texts/fields.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { minutesWords } from '#shared/reports/texts/minutes.ts';
import { ChoiceField } from '#web/form/choice-field.tsx';
import { FormSection } from '#web/form/form-section.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';

interface MeetingSectionProps {
  readonly form: FormState;
  readonly month: Month;
  readonly regime: Regime;
}

/** Buổi sinh hoạt: when it was, of which kind, how long. */
export function MeetingSection({ form, month, regime }: MeetingSectionProps) {
  const { lang } = form;
  const t = formTexts[lang];
  const hints = fieldHints[lang];
  return (
    <FormSection id="s-meeting" title={t.meeting}>
      <TextField form={form} name="date" kind="short" hint={dayHint(month, lang)} />
      <ChoiceField form={form} name="kind" choices={kinds.map((kind) => [kind, kindLabels[lang][kind]] as const)} />
      <TextField form={form} name="startTime" kind="short" hint={hints.startTime} />
      <TextField
        form={form}
        name="durationMinutes"
        kind="count"
        hint={capitalized(minutesWords(regime.minimumMinutes, lang))}
      />
    </FormSection>
  );
}

/** How a day is written, by an example in the month that is being reported. */
export function dayHint(month: Month, lang: Lang): string {
  return `${fieldHints[lang].date} ${formatDay(`${month}-03` as Day)}`;
}
