import type { Month } from '#shared/period.ts';
import type { Regime } from '#shared/regimes.ts';
import { kinds } from '#shared/report.ts';
import { kindLabels } from '#shared/texts/choices.ts';
import { fieldHints } from '#shared/texts/fields.ts';
import { formTexts } from '#shared/texts/form.ts';
import { capitalized, formatDay } from '#shared/texts/format.ts';
import { minutesWords } from '#shared/texts/minutes.ts';
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
  // The example stands in the month that is being reported.
  const day = String(regime.meetingDay?.day ?? 3).padStart(2, '0');
  const example = formatDay(`${month}-${day}` as Parameters<typeof formatDay>[0]);
  return (
    <FormSection id="s-meeting" title={t.meeting}>
      <TextField form={form} name="date" kind="short" hint={`${hints.date} ${example}`} />
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
