import { attendances, resolutions } from '#shared/reports/report.ts';
import { attendedByLabels, resolutionLabels, yesNoLabels } from '#shared/reports/texts/choices.ts';
import { fieldHints } from '#shared/reports/texts/fields.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { ChoiceField } from '#web/form/choice-field.tsx';
import { FormSection } from '#web/form/form-section.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';
import { WordsField } from '#web/form/words-field.tsx';
import { YesNoField } from '#web/reports/form/yes-no-field.tsx';

interface SectionProps {
  readonly form: FormState;
}

/** Chuẩn bị: what was done before the meeting. */
export function PreparationSection({ form }: SectionProps) {
  return (
    <FormSection id="s-preparation" title={formTexts[form.lang].preparation}>
      <YesNoField form={form} name="committeeMet" na />
      <YesNoField form={form} name="oriented" />
      <YesNoField form={form} name="papersSent" />
      <WordsField form={form} name="focus" hint={fieldHints[form.lang].focus} />
    </FormSection>
  );
}

/** Diễn biến: how the meeting went. */
export function ConductSection({ form }: SectionProps) {
  return (
    <FormSection id="s-conduct" title={formTexts[form.lang].conduct}>
      <YesNoField form={form} name="stepsFollowed" />
      <YesNoField form={form} name="previousReviewed" />
      <TextField form={form} name="speakers" kind="count" />
      <YesNoField form={form} name="selfCriticism" />
      <YesNoField form={form} name="notesTaken" />
      <YesNoField form={form} name="minutesKept" />
    </FormSection>
  );
}

/** Nghị quyết, kết luận: what the meeting adopted, and what came of the last resolution. */
export function ResultSection({ form }: SectionProps) {
  const labels = resolutionLabels[form.lang];
  return (
    <FormSection id="s-result" title={formTexts[form.lang].result}>
      <ChoiceField form={form} name="resolution" choices={resolutions.map((each) => [each, labels[each]] as const)} />
      <WordsField form={form} name="resolutionText" rows={4} />
      <TextField form={form} name="targetsSet" kind="count" />
      <TextField form={form} name="targetsMet" kind="count" />
    </FormSection>
  );
}

/** Cấp trên dự: who of the superiors was there. */
export function SuperiorsSection({ form }: SectionProps) {
  const labels = attendedByLabels[form.lang];
  return (
    <FormSection id="s-superiors" title={formTexts[form.lang].superiors}>
      <ChoiceField
        form={form}
        name="attendedBy"
        choices={attendances.map((each) => [each, labels[each]] as const)}
        open={yesNoLabels[form.lang].unknown}
      />
    </FormSection>
  );
}
