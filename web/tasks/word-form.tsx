import { pathTo } from '#shared/access/routes.ts';
import type { TaskId } from '#shared/reports/task-id.ts';
import type { TaskWordKind } from '#shared/reports/task-word.ts';
import { taskStepLabels, taskTexts } from '#shared/tasks/texts/tasks.ts';
import { CsrfField } from '#web/components/csrf-field.tsx';
import type { PageContext } from '#web/context.ts';
import { ChoiceField } from '#web/form/choice-field.tsx';
import type { FormState } from '#web/form/form-state.ts';
import { TextField } from '#web/form/text-field.tsx';
import { WordsField } from '#web/form/words-field.tsx';

interface WordFormProps {
  readonly context: PageContext;
  readonly id: TaskId;
  readonly kinds: readonly TaskWordKind[];
  /** How many words about the task the page shows. */
  readonly seen: number;
  readonly form: FormState;
  /** The list from which the reader came, and is led back to. */
  readonly list?: Readonly<Record<string, string>>;
}

/** The form that brings a task up to date between meetings. */
export function WordForm({ context, id, kinds, seen, form, list = {} }: WordFormProps) {
  const t = taskTexts[form.lang];
  const labels = taskStepLabels[form.lang];
  return (
    <section>
      <h2>{t.update}</h2>
      <p class="hint">{t.updateHint}</p>
      <form class="card" method="post" action={pathTo('/tasks/{id}', { id }, list)}>
        <CsrfField context={context} />
        <input type="hidden" name="seen" value={seen} />
        <ChoiceField form={form} name="step" must choices={kinds.map((kind) => [kind, labels[kind]] as const)} />
        {kinds.includes('handedOn') && (
          <>
            <TextField form={form} name="who" hint={t.whoHint} />
            <TextField form={form} name="due" kind="short" hint={t.dueHint} />
          </>
        )}
        <WordsField form={form} name="reason" hint={t.reasonHint} rows={2} />
        <p class="send">
          <button type="submit">{t.send}</button>
        </p>
      </form>
    </section>
  );
}
