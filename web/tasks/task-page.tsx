import { pathTo } from '#shared/access/routes.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import { capitalized, formatDay } from '#shared/language/format.ts';
import type { Neighbours } from '#shared/neighbours.ts';
import { partsOfReportId } from '#shared/reports/report.ts';
import { partsOfTaskId } from '#shared/reports/task-id.ts';
import type { TaskWordKind } from '#shared/reports/task-word.ts';
import type { TrackedTask } from '#shared/reports/tasks.ts';
import { tasksTexts } from '#shared/reports/texts/tasks.ts';
import { taskStateLabels, taskTexts, trackedStateLabels } from '#shared/tasks/texts/tasks.ts';
import type { UnitId } from '#shared/units/units.ts';
import { Alert } from '#web/components/alert.tsx';
import { type Neighbour, NeighbourNav } from '#web/components/neighbour-nav.tsx';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { ErrorSummary } from '#web/form/error-summary.tsx';
import { labelAt } from '#web/form/form-state.ts';
import { TypedWords } from '#web/form/typed-words.tsx';
import { TaskHistory } from '#web/tasks/history.tsx';
import { taskWords } from '#web/tasks/task-words.ts';
import { WordForm } from '#web/tasks/word-form.tsx';

interface TaskPageProps {
  readonly context: PageContext;
  /** The list from which the reader came, and what stands beside it there. */
  readonly list?: Readonly<Record<string, string>>;
  readonly beside?: Neighbours<Neighbour>;
  readonly task: TrackedTask;
  /** The cell that has it. */
  readonly cell: { readonly id: UnitId; readonly name: string };
  readonly communeName: string;
  readonly overdue: boolean;
  /** What the reader may say of it now. */
  readonly kinds: readonly TaskWordKind[];
  /** How many words about it there are. */
  readonly seen: number;
  /** A word that was refused: its typed fields, and its mistakes. */
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** Whether a word was recorded a moment ago. */
  readonly done: boolean;
  /** Whether somebody said something of it after it was read. */
  readonly stale: boolean;
}

/** One task: what it is, who has it until when, how it stands, what became of it, and the form to bring it up to date. */
export function TaskPage(props: TaskPageProps) {
  const { context, task, cell, communeName, overdue, kinds, seen, typed, errors, done, stale } = props;
  const { list, beside } = props;
  const { lang } = context;
  const { id, who, due, repeated, state } = task;
  const t = taskTexts[lang];
  const form = { lang, typed, errors };
  const { step, ...words } = typed;
  const { report, row } = partsOfTaskId(id);
  return (
    <Document title={`${t.task}: ${cell.name}`} context={context} typing={stale || errors.length > 0}>
      <h1>{t.task}</h1>
      {stale && <Alert title={t.stale} />}
      <ErrorSummary form={form} title={t.errors} shows={() => true} />
      {done && <Alert title={t.done} tone="done" />}
      <p class="lead">{taskWords(task, lang)}</p>
      <dl class="facts">
        <dt>{t.where}</dt>
        <dd>
          <b>{capitalized(cell.name)}</b>
          {communeName && `, ${communeName}`}
        </dd>
        {who && (
          <>
            <dt>{t.who}</dt>
            <dd>{who}</dd>
          </>
        )}
        {due && (
          <>
            <dt>{t.due}</dt>
            <dd>{formatDay(due)}</dd>
          </>
        )}
        <dt>{t.state}</dt>
        <dd>
          <b class={overdue ? 'missed' : undefined}>
            {overdue ? taskStateLabels[lang].overdue : trackedStateLabels[lang][state]}
          </b>
          {repeated > 0 && ` (${tasksTexts[lang].repeated(repeated)})`}
        </dd>
        <dt>{row === undefined ? t.ownAccord : t.given}</dt>
        <dd>
          <a href={pathTo('/reports/{id}', { id: report })}>{formatDay(partsOfReportId(report).date)}</a>
        </dd>
      </dl>
      {kinds.length > 0 ? (
        <WordForm {...(list && { list })} context={context} id={id} kinds={kinds} seen={seen} form={form} />
      ) : (
        <TypedWords typed={words} nameOf={(name) => labelAt(form, name)} lang={lang} />
      )}
      <TaskHistory news={task.news} lang={lang} />
      <p class="actions">
        <a href={pathTo('/tasks', {}, list ?? { unit: cell.id })}>{t.back}</a>
      </p>
      <NeighbourNav label={t.title} {...beside} />
    </Document>
  );
}
