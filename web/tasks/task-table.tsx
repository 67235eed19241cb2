import { pathTo } from '#shared/access/routes.ts';
import { capitalized, formatDay } from '#shared/language/format.ts';
import type { Lang } from '#shared/language/lang.ts';
import { tasksTexts } from '#shared/reports/texts/tasks.ts';
import type { TaskRow } from '#shared/tasks/task-row.ts';
import { taskNewsLabels, taskStateLabels, taskTexts, trackedStateLabels } from '#shared/tasks/texts/tasks.ts';
import { taskWords } from '#web/tasks/task-words.ts';

/** A task in the list, with the names of where it is. */
export interface ListedTask extends TaskRow {
  readonly cellName: string;
  /** Blank in the list of one commune. */
  readonly communeName: string;
  /** Whether the reader may open the task's page now: a working group looks back on communes of others. */
  readonly mayOpen: boolean;
}

interface TaskTableProps {
  readonly rows: readonly ListedTask[];
  /** What chose the list: a task's page leads on within it. */
  readonly list: Readonly<Record<string, string>>;
  readonly lang: Lang;
}

/** Tasks, one a row: what, who has it, until when, where, and how it stands. */
export function TaskTable({ rows, list, lang }: TaskTableProps) {
  const t = taskTexts[lang];
  return (
    <table class="data cards">
      <thead>
        <tr>
          <th scope="col">{t.task}</th>
          <th scope="col">{t.due}</th>
          <th scope="col">{t.where}</th>
          <th scope="col">{t.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={`${row.said?.report}${row.task.id}`} row={row} list={list} lang={lang} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, list, lang }: Pick<TaskTableProps, 'list' | 'lang'> & { readonly row: ListedTask }) {
  const { task, overdue, said, cellName, communeName, mayOpen } = row;
  const t = taskTexts[lang];
  const { id, who, due, repeated, news } = task;
  const isKnown = mayOpen && (news.length > 0 || !said);
  return (
    <tr>
      <th scope="row">
        <a href={isKnown || !said ? pathTo('/tasks/{id}', { id }, list) : pathTo('/reports/{id}', { id: said.report })}>
          {taskWords(task, lang)}
        </a>
        {who && <div class="muted">{who}</div>}
      </th>
      <td data-as={due && `${t.due}: `}>{due && formatDay(due)}</td>
      <td>
        {capitalized(cellName)}
        {communeName && `, ${communeName}`}
      </td>
      <td>
        {said ? (
          <Said row={row} lang={lang} />
        ) : overdue ? (
          <span class="missed">{taskStateLabels[lang].overdue}</span>
        ) : (
          trackedStateLabels[lang][task.state]
        )}
        {repeated > 0 && <span class="muted"> ({tasksTexts[lang].repeated(repeated)})</span>}
      </td>
    </tr>
  );
}

/** What the meeting said, and beside it what was said later between meetings. */
function Said({ row: { said, task }, lang }: { readonly row: ListedTask; readonly lang: Lang }) {
  if (!said) return null;
  const last = task.news.at(-1);
  return (
    <>
      <span class={said.status === 'overdue' ? 'missed' : undefined}>{taskNewsLabels[lang][said.status]}</span>
      {last?.word && (
        <span class="muted">
          {' '}
          ({taskTexts[lang].since} {formatDay(last.date)}: {taskNewsLabels[lang][last.status].toLowerCase()})
        </span>
      )}
    </>
  );
}
