import { commonTexts } from '#shared/language/common.ts';
import { severities } from '#shared/reports/report.ts';
import { severityLabels } from '#shared/reports/texts/choices.ts';
import { fieldHints } from '#shared/reports/texts/fields.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { ChoiceField } from '#web/form/choice-field.tsx';
import { FormSection } from '#web/form/form-section.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { LessRows, MoreRows, upTo } from '#web/form/row-buttons.tsx';
import { TextField } from '#web/form/text-field.tsx';
import { WordsField } from '#web/form/words-field.tsx';
import { TopicField } from '#web/matters/topic-field.tsx';

interface MattersSectionProps {
  readonly form: FormState;
  /** How many rows are shown. */
  readonly rows: number;
  /** Where the form is sent. */
  readonly action: string;
}

/** Vấn đề phản ánh: concerns that the cell raises. */
export function MattersSection({ form, rows, action }: MattersSectionProps) {
  const { lang } = form;
  const t = formTexts[lang];
  const labels = severityLabels[lang];
  return (
    <FormSection id="s-matters" title={`${t.matters} ${commonTexts[lang].ifAny}`} hint={t.mattersHint}>
      {upTo(rows).map((n) => (
        <fieldset key={n} class="row">
          <legend>{t.matter(n + 1)}</legend>
          <TopicField form={form} name={`matters[${n}].topic`} />
          <WordsField
            form={form}
            name={`matters[${n}].summary`}
            rows={2}
            hint={fieldHints[lang].summary}
            marked={false}
          />
          <ChoiceField
            form={form}
            name={`matters[${n}].severity`}
            choices={severities.map((each) => [each, labels[each]] as const)}
            open={t.clear}
          />
          <TextField form={form} name={`matters[${n}].proposal`} />
          <LessRows form={form} action={action} section="s-matters" list="matters" n={n} />
        </fieldset>
      ))}
      <MoreRows form={form} action={action} section="s-matters" list="matters" />
    </FormSection>
  );
}
