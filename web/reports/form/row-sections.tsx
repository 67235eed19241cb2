import { commonTexts } from '#shared/language/common.ts';
import { partsOf } from '#shared/reports/find-field.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { FormSection } from '#web/form/form-section.tsx';
import { errorAt } from '#web/form/form-state.ts';
import { Question } from '#web/form/question.tsx';
import { LessRows, MoreRows, upTo } from '#web/form/row-buttons.tsx';
import { Questions } from '#web/reports/form/plain-section.tsx';
import type { SectionProps } from '#web/reports/form/section-props.ts';

/** Nhiệm vụ giao: the tasks that the meeting gave, to whom and until when. */
export function TasksSection({ table, form, rows, action }: SectionProps) {
  const t = formTexts[form.lang];
  return (
    <FormSection id="s-tasks" title={`${t.tasks} ${commonTexts[form.lang].ifAny}`} hint={t.tasksHint}>
      {upTo(rows.tasks).map((n) => (
        <fieldset key={n} class="row">
          <legend>{t.task(n + 1)}</legend>
          {partsOf('tasks', table).map(([part, field]) => (
            <Question key={part} form={form} name={`tasks[${n}].${part}`} field={field} marked={false} />
          ))}
          <LessRows form={form} action={action} section="s-tasks" list="tasks" n={n} />
        </fieldset>
      ))}
      <MoreRows form={form} action={action} section="s-tasks" list="tasks" />
      <Questions form={form} table={table} />
    </FormSection>
  );
}

/**
 * Việc tháng trước: the results of last month's tasks. A task filled in by the system is shown as text and sent as a
 * hidden field, so that nobody types it again.
 */
export function FollowUpsSection({ table, form, rows, action }: SectionProps) {
  const { lang } = form;
  const t = formTexts[lang];
  return (
    <FormSection id="s-followups" title={`${t.followUps} ${commonTexts[lang].ifAny}`} hint={t.followUpsHint}>
      {upTo(rows.followUps).map((n) => {
        const known = rows.carriedTasks[n];
        return (
          <fieldset key={n} class="row">
            <legend>
              {t.followUp(n + 1)}
              {known && <span class="known">: {known.what || commonTexts[lang].expired}</span>}
            </legend>
            {partsOf('followUps', table).map(([part, field]) => {
              const name = `followUps[${n}].${part}`;
              // One that is no task of the cell is shown, to be written in words.
              if (known && part === 'task' && !errorAt(form, name))
                return <input key={part} type="hidden" name={name} value={form.typed[name] ?? known.id} />;
              return (
                <Question
                  key={part}
                  form={form}
                  name={name}
                  field={field}
                  marked={false}
                  {...(part === 'reason' && { label: t.dropReason })}
                />
              );
            })}
          </fieldset>
        );
      })}
      <MoreRows form={form} action={action} section="s-followups" list="followUps" />
      <Questions form={form} table={table} />
    </FormSection>
  );
}
