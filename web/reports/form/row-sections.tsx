import { partsOf } from '#shared/reports/find-field.ts';
import { isObligatory } from '#shared/reports/obligatory.ts';
import { formTexts, moreOf } from '#shared/reports/texts/form.ts';
import { Fold } from '#web/form/fold.tsx';
import { FormSection } from '#web/form/form-section.tsx';
import { holds } from '#web/form/form-state.ts';
import { Must } from '#web/form/must.tsx';
import { Question } from '#web/form/question.tsx';
import { LessRows, MoreRows, upTo } from '#web/form/row-buttons.tsx';
import { CarriedTask } from '#web/reports/form/carried-task.tsx';
import { Questions } from '#web/reports/form/plain-section.tsx';
import type { SectionProps } from '#web/reports/form/section-props.ts';

/** Nhiệm vụ giao: the tasks that the meeting gave, to whom and until when. The first stands open. */
export function TasksSection({ table, form, rows, action }: SectionProps) {
  const t = formTexts[form.lang];
  const row = (n: number) => (
    <fieldset key={n} class="row task">
      <legend>
        {t.task(n + 1)}
        <Must must={isObligatory(`tasks[${n}].what`, form.typed, table)} />
      </legend>
      {partsOf('tasks', table).map(([part, field]) => (
        <Question
          key={part}
          form={form}
          name={`tasks[${n}].${part}`}
          field={field}
          table={table}
          unseen={part === 'what'}
          {...(n > 0 && part === 'who' && { hint: '' })}
        />
      ))}
      {(n > 0 || rows.tasks > 2) && <LessRows form={form} action={action} section="s-tasks" list="tasks" n={n} />}
    </fieldset>
  );
  return (
    <FormSection id="s-tasks" title={t.tasks} hint={t.tasksHint}>
      {row(0)}
      <Fold
        title={moreOf[form.lang].tasks}
        open={rows.tasks > 2 || holds(form, (name) => /^tasks\[(?!0\])/.test(name))}
      >
        {upTo(rows.tasks).slice(1).map(row)}
        <MoreRows form={form} action={action} section="s-tasks" list="tasks" />
      </Fold>
      <Questions form={form} table={table} />
    </FormSection>
  );
}

/** Việc tháng trước: the results of last month's tasks, one line each; others can be added behind them. */
export function FollowUpsSection({ table, form, rows, action, month }: SectionProps) {
  const { lang } = form;
  const t = formTexts[lang];
  const carried = upTo(rows.followUps).flatMap((n) => rows.carriedTasks[n] ?? []);
  const others = upTo(rows.followUps).filter((n) => !rows.carriedTasks[n]);
  const parts = partsOf('followUps', table);
  const fold = (
    <Fold
      title={carried.length > 0 ? moreOf[lang].followUps : <h2>{t.followUps}</h2>}
      open={others.length > 1 || holds(form, (name) => others.some((n) => name.startsWith(`followUps[${n}]`)))}
    >
      {others.map((n) => (
        <fieldset key={n} class="row">
          <legend>{t.followUp(n + 1)}</legend>
          {parts.map(([part, field]) => (
            <Question
              key={part}
              form={form}
              name={`followUps[${n}].${part}`}
              field={field}
              table={table}
              {...(part === 'reason' && { label: t.dropReason })}
            />
          ))}
        </fieldset>
      ))}
      <MoreRows form={form} action={action} section="s-followups" list="followUps" />
    </Fold>
  );
  if (carried.length === 0) {
    return (
      <section id="s-followups">
        {fold}
        <Questions form={form} table={table} />
      </section>
    );
  }
  return (
    <FormSection id="s-followups" title={t.followUps} hint={t.followUpsHint}>
      {upTo(rows.followUps).map((n) => {
        const task = rows.carriedTasks[n];
        return task && <CarriedTask key={n} form={form} n={n} task={task} parts={parts} month={month} table={table} />;
      })}
      {fold}
      <Questions form={form} table={table} />
    </FormSection>
  );
}
