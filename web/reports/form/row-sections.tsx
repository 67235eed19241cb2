import { commonTexts } from '#shared/language/common.ts';
import { followUpStatuses, severities } from '#shared/reports/report.ts';
import { severityLabels, statusLabels } from '#shared/reports/texts/choices.ts';
import { fieldHints } from '#shared/reports/texts/fields.ts';
import { formTexts, moreRows } from '#shared/reports/texts/form.ts';
import { ChoiceField } from '#web/form/choice-field.tsx';
import { FormSection } from '#web/form/form-section.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';
import { WordsField } from '#web/form/words-field.tsx';
import { TopicField } from '#web/matters/topic-field.tsx';
import type { FormRows } from '#web/reports/form/form-rows.ts';
import type { List } from '#web/reports/form/press-row.ts';

interface RowsProps {
  readonly form: FormState;
  readonly rows: FormRows;
  /** Where the form is sent. */
  readonly action: string;
}

interface RowButtonProps {
  readonly form: FormState;
  readonly action: string;
  readonly section: string;
  readonly list: List;
}

/** Adds a row without any script: the form goes to the server and comes back, at the same place. */
function MoreRows({ form, action, section, list }: RowButtonProps) {
  return (
    <button type="submit" class="quiet" name="press" value={`more.${list}`} formaction={`${action}#${section}`}>
      {moreRows[form.lang][list]}
    </button>
  );
}

function LessRows({ form, action, section, list, n }: RowButtonProps & { readonly n: number }) {
  const t = formTexts[form.lang];
  return (
    <button type="submit" class="quiet" name="press" value={`less.${list}.${n}`} formaction={`${action}#${section}`}>
      {t.less} {n + 1}
    </button>
  );
}

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

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

/** Vấn đề phản ánh: concerns that the cell raises. */
export function MattersSection({ form, rows, action }: RowsProps) {
  const { lang } = form;
  const t = formTexts[lang];
  const labels = severityLabels[lang];
  return (
    <FormSection id="s-matters" title={`${t.matters} ${commonTexts[lang].ifAny}`} hint={t.mattersHint}>
      {upTo(rows.matters).map((n) => (
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
