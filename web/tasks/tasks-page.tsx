import { Fragment } from 'preact';
import { pathTo } from '#shared/access/routes.ts';
import { capitalized, formatNumber, formatPeriod } from '#shared/language/format.ts';
import type { Month, Period } from '#shared/period.ts';
import type { RowCount } from '#shared/tasks/count-rows.ts';
import type { TaskChoice, TaskState } from '#shared/tasks/task-choice.ts';
import type { When } from '#shared/tasks/task-row.ts';
import { taskStateLabels, taskTexts, whenLabels } from '#shared/tasks/texts/tasks.ts';
import type { UnitId } from '#shared/units/units.ts';
import type { PageContext } from '#web/context.ts';
import { Document } from '#web/document.tsx';
import { Help } from '#web/practice/help.tsx';
import { CountTable } from '#web/tasks/count-table.tsx';
import { type ListedTask, TaskTable } from '#web/tasks/task-table.tsx';

interface TasksPageProps {
  readonly context: PageContext;
  readonly unit: { readonly id: UnitId; readonly name: string };
  /** The month, or longer period, whose meetings are asked what they said; absent: tasks as they stand today. */
  readonly month?: Period;
  /** The number of the working group whose communes are meant. */
  readonly group?: string;
  /** The month before; absent where the reader does not see the unit's. */
  readonly lastMonth?: Month;
  readonly choice: TaskChoice;
  readonly counts: readonly { readonly state: TaskState; readonly count: number }[];
  readonly posts: readonly RowCount<string>[];
  readonly whens: readonly RowCount<When>[];
  readonly units: readonly RowCount<UnitId>[];
  readonly rows: readonly ListedTask[];
  /** On all pages. */
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** How many posts are listed; the others are counted together. */
const MOST_POSTS = 15;

/** The tasks of a unit, counted and filtered by links alone. */
export function TasksPage(props: TasksPageProps) {
  const { context, unit, month, group, lastMonth, choice, counts, posts, whens, units, rows, total, page, pages } =
    props;
  const { lang } = context;
  const t = taskTexts[lang];
  const number = (count: number) => formatNumber(count, lang);
  const countOf = (state: TaskState) => number(counts.find((each) => each.state === state)?.count ?? 0);
  const to = (changes: Readonly<Record<string, string>>) =>
    pathTo('/tasks', {}, { unit: unit.id, ...(group && { group }), ...changes });
  const view: Record<string, string> = month ? { month } : {};
  const here: Record<string, string> = { ...view, state: choice.state };
  const { who, when } = choice;
  const filtered = { ...here, ...(who !== undefined && { who }), ...(when && { when }) };
  const listed = { unit: unit.id, ...(group && { group }), ...filtered };
  const filter =
    who !== undefined ? posts.find(({ key }) => key === who)?.name || t.nobody : when && whenLabels[lang][when];
  const labelled = (state: TaskState, count: number) => `${taskStateLabels[lang][state]} (${number(count)})`;
  return (
    <Document title={`${t.title}: ${unit.name}`} context={context} wide>
      <h1>{t.title}</h1>
      <p class="lead">
        <b>{capitalized(unit.name)}.</b>{' '}
        {month
          ? t.leadSaid(countOf('overdue'), countOf('due'), formatPeriod(month, lang))
          : t.lead(countOf('open'), countOf('overdue'))}
      </p>
      <p class="hint">{month ? t.saidHint : t.todayHint}</p>
      <Help context={context} of="tasks" />
      <p class="actions">
        {month && <a href={to({})}>{t.toToday}</a>}{' '}
        {lastMonth && <a href={to({ month: lastMonth })}>{t.toSaid(formatPeriod(lastMonth, lang))}</a>}
      </p>
      <nav aria-label={t.states}>
        <p class="actions">
          {counts.map(({ state, count }) => (
            <Fragment key={state}>
              {state === choice.state && filter === undefined ? (
                <b aria-current="true">{labelled(state, count)}</b>
              ) : (
                <a href={to({ ...view, state })}>{labelled(state, count)}</a>
              )}{' '}
            </Fragment>
          ))}
        </p>
      </nav>
      <CountTable
        lang={lang}
        title={t.byPost}
        lines={posts
          .slice(0, MOST_POSTS)
          .map((post) => ({ ...post, name: post.name || t.nobody, path: to({ ...here, who: post.key }) }))}
        others={posts.slice(MOST_POSTS)}
      />
      <CountTable
        lang={lang}
        title={t.byWhen}
        lines={whens.map((each) => ({
          ...each,
          name: whenLabels[lang][each.key],
          path: to({ ...here, when: each.key }),
        }))}
      />
      {units.length > 1 && (
        <CountTable
          lang={lang}
          title={t.byUnit}
          lines={units.map((each) => ({
            ...each,
            name: capitalized(each.name),
            path: pathTo('/tasks', {}, { ...here, unit: each.key }),
          }))}
        />
      )}
      <h2>
        {taskStateLabels[lang][choice.state]}
        {filter && `: ${filter}`} ({number(total)})
      </h2>
      {filter && (
        <p>
          <a href={to(here)}>{t.all}</a>
        </p>
      )}
      {rows.length === 0 ? <p>{t.none}</p> : <TaskTable rows={rows} list={listed} lang={lang} />}
      {pages > 1 && (
        <p class="actions">
          {page > 1 && <a href={to({ ...filtered, page: String(page - 1) })}>{t.less}</a>} {t.page(page, pages)}{' '}
          {page < pages && <a href={to({ ...filtered, page: String(page + 1) })}>{t.more}</a>}
        </p>
      )}
    </Document>
  );
}
