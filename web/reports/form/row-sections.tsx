import { commonTexts } from '#shared/language/common.ts';
import { followUpStatuses } from '#shared/reports/report.ts';
import { statusLabels } from '#shared/reports/texts/choices.ts';
import { fieldHints } from '#shared/reports/texts/fields.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { ChoiceField } from '#web/form/choice-field.tsx';
import { FormSection } from '#web/form/form-section.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { LessRows, MoreRows, upTo } from '#web/form/row-buttons.tsx';
import { TextField } from '#web/form/text-field.tsx';
import { WordsField } from '#web/form/words-field.tsx';
import type { FormRows } from '#web/reports/form/form-rows.ts';

interface RowsProps {
  readonly form: FormState;
  readonly rows: FormRows;
  /** Where the form is sent. */
  readonly action: string;
}

/** Nhiệm vụ giao: what the meeting gave to whom, until when. */
export function TasksSection({ form, rows, action }: RowsProps) {
  const t = formTexts[form.lang];
  const hints = fieldHints[form.lang];
  return (
    <FormSection id="s-tasks" title={`${t.tasks} ${commonTexts[form.lang].ifAny}`} hint={t.tasksHint}>
      {upTo(rows.tasks).map((n) => (
        <fieldset key={n} class="row">
          <legend>{t.task(n + 1)}</legend>
          <WordsField form={form} name={`tasks[${n}].what`} rows={2} marked={false} />
          <TextField form={form} name={`tasks[${n}].who`} hint={hints.who} marked={false} />
          <TextField form={form} name={`tasks[${n}].due`} kind="short" hint={hints.due} marked={false} />
          <LessRows form={form} action={action} section="s-tasks" list="tasks" n={n} />
        </fieldset>
      ))}
      <MoreRows form={form} action={action} section="s-tasks" list="tasks" />
    </FormSection>
  );
}

/**
 * Việc tháng trước: what became of last month's tasks. A task that came up by itself is shown, not typed again; it
 * travels as a hidden field.
 */
export function FollowUpsSection({ form, rows, action }: RowsProps) {
  const { lang } = form;
  const t = formTexts[lang];
  const labels = statusLabels[lang];
  return (
    <FormSection id="s-followups" title={`${t.followUps} ${commonTexts[lang].ifAny}`} hint={t.followUpsHint}>
      {upTo(rows.followUps).map((n) => {
        const name = `followUps[${n}].task`;
        const known = rows.carriedTasks[n];
        return (
          <fieldset key={n} class="row">
            <legend>
              {t.followUp(n + 1)}
              {known && <span class="known">: {known}</span>}
            </legend>
            {known ? (
              <input type="hidden" name={name} value={known} />
            ) : (
              <WordsField form={form} name={name} rows={2} marked={false} />
            )}
            <ChoiceField
              form={form}
              name={`followUps[${n}].status`}
              choices={followUpStatuses.map((each) => [each, labels[each]] as const)}
              {...(!known && { open: t.clear })}
            />
            <TextField form={form} name={`followUps[${n}].reason`} label={t.dropReason} marked={false} />
          </fieldset>
        );
      })}
      <MoreRows form={form} action={action} section="s-followups" list="followUps" />
    </FormSection>
  );
}
