import { commonTexts } from '#shared/language/common.ts';
import { capitalized, formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { type Day, type Month, parseDay } from '#shared/period.ts';
import { type Choices, followUpStatuses } from '#shared/reports/choices.ts';
import type { Field, FieldTable } from '#shared/reports/field.ts';
import type { TaskNews, TrackedTask } from '#shared/reports/tasks.ts';
import { formTexts } from '#shared/reports/texts/form.ts';
import { tasksTexts } from '#shared/reports/texts/tasks.ts';
import { ChoiceField } from '#web/form/choice-field.tsx';
import { errorAt, type FormState } from '#web/form/form-state.ts';
import { Must } from '#web/form/must.tsx';
import { Question } from '#web/form/question.tsx';

interface CarriedTaskProps {
  readonly form: FormState;
  readonly n: number;
  readonly task: TrackedTask;
  readonly parts: readonly (readonly [part: string, field: Field])[];
  /** The reported month. */
  readonly month: Month;
  readonly table: FieldTable;
}

/**
 * An unfinished task in one line: who has it, until when, and its outcome by one of three choices. The task itself goes
 * along as a hidden field, so that nobody types it again.
 */
export function CarriedTask({ form, n, task, parts, month, table }: CarriedTaskProps) {
  const { lang, typed } = form;
  const t = tasksTexts[lang];
  const { id, what, who, due, repeated, news } = task;
  const last = news.at(-1);
  const word = last?.word && last;
  const until = parseDay(typed['date'] ?? '') ?? (`${month}-01` as Day);
  const isOverdue = due !== undefined && due < until;
  const said = typed[`followUps[${n}].status`];
  // What is under way after its day is overdue: the line says so, and nobody is asked which of the two it is.
  const underWay = said === 'doing' || said === 'overdue' ? said : isOverdue ? 'overdue' : 'doing';
  const offered = (choices: Choices) =>
    Object.entries(choices)
      .filter(([status]) => status === underWay || (status !== 'doing' && status !== 'overdue'))
      .map(
        ([status, label]) =>
          [status, (isOverdue && status === 'overdue' ? choices['doing'] : label)?.[lang] ?? status] as const,
      );
  const late = [isOverdue && t.overdue, repeated > 0 && t.repeated(repeated)].filter((each) => each !== false);
  return (
    <fieldset class="row carried">
      <legend>
        {formTexts[lang].followUp(n + 1)}: <span class="known">{what || commonTexts[lang].expired}</span>
        <Must must />
      </legend>
      {(who || due || repeated > 0) && (
        <p class="hint">
          {[who, due && t.due(formatDay(due))].filter(Boolean).join(', ')}{' '}
          <span class="missed">{capitalized(late.join(', '))}</span>
        </p>
      )}
      {word && (
        <p class="hint">
          <span class="offered">{t.said(saidOf(word, lang), formatDay(word.date))}</span>
        </p>
      )}
      {parts.map(([part, field]) => {
        const name = `followUps[${n}].${part}`;
        // One that is no task of the cell is shown, to be written in words.
        if (part === 'task' && !errorAt(form, name)) {
          return <input key={part} type="hidden" name={name} value={typed[name] ?? id} />;
        }
        if (part === 'status' && field.kind === 'choice') {
          return (
            <ChoiceField
              key={part}
              form={form}
              name={name}
              label={field.label[lang]}
              choices={offered(field.choices)}
              must
              unseen
            />
          );
        }
        const asked = { form, name, field, table };
        if (part !== 'reason') return <Question key={part} {...asked} />;
        return (
          <div key={part} class={typed[name] ? undefined : 'if-dropped'}>
            <Question {...asked} label={formTexts[lang].dropReason} />
          </div>
        );
      })}
    </fieldset>
  );
}

/** What was said of a task between meetings. */
function saidOf({ status }: TaskNews, lang: Lang): string {
  return status === 'handedOn' || status === 'again'
    ? tasksTexts[lang].handedOn
    : followUpStatuses[status][lang].toLowerCase();
}
