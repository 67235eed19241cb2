import { district } from '#infra/demo/units.ts';
import { addDays, addMonths } from '#shared/period.ts';
import type { ReportId } from '#shared/reports/report.ts';
import { taskIdOf } from '#shared/reports/task-id.ts';
import { taskWordKinds } from '#shared/reports/task-word.ts';
import type { TrackedTask } from '#shared/reports/tasks.ts';
import { countPosts, countRows } from '#shared/tasks/count-rows.ts';
import { taskStates } from '#shared/tasks/task-choice.ts';
import { isOverdue, whenDue } from '#shared/tasks/task-row.ts';
import { communeOf, fullName } from '#shared/units/units.ts';
import { day } from '#test/shared/samples.ts';
import type { Contexts } from '#test/web/contexts.ts';
import { cell, commune, communeCells, month } from '#test/web/demo-month.ts';
import type { Examples } from '#test/web/examples.ts';
import { officer } from '#test/web/reports/full-report.ts';
import type { PageContext } from '#web/context.ts';
import { CountedPage } from '#web/tasks/counted-page.tsx';
import { TaskPage } from '#web/tasks/task-page.tsx';
import { TasksPage } from '#web/tasks/tasks-page.tsx';

const report = `${cell.id}_2025-10-03_regular` as ReportId;
const later = `${cell.id}_2025-11-03_regular` as ReportId;
const today = day('2025-11-20');

/** A task that was followed up twice, spoken of in every way between meetings, and handed on. */
const task: TrackedTask = {
  id: taskIdOf(report, 1),
  what: 'Tổ chức dọn vệ sinh đường làng ngày chủ nhật, khơi thông cống rãnh trước mùa mưa',
  who: 'Chi hội Phụ nữ',
  due: day('2025-11-02'),
  since: '2025-10' as typeof month,
  repeated: 2,
  state: 'open',
  news: [
    { report: later, row: 0, date: day('2025-11-03'), status: 'overdue', reason: 'Chưa bố trí được kinh phí' },
    ...taskWordKinds.map((kind, at) => ({
      word: {
        ...{ task: taskIdOf(report, 1), revision: at + 1, cell: cell.id, kind, by: officer },
        ...(kind === 'handedOn' && { who: at % 2 === 0 ? 'Chi hội Phụ nữ' : '', due: day('2025-12-20') }),
        at: `2025-11-0${at + 4}T02:00:00.000Z`,
      },
      date: day(`2025-11-0${at + 4}`),
      status: kind,
      ...(kind === 'dropped' && { reason: 'Sáp nhập vào kế hoạch của xã' }),
    })),
    { report: later, date: day('2025-11-18'), status: 'again' },
  ],
};

const posts = ['Chi ủy', 'Trưởng thôn', 'Chi hội Phụ nữ', 'Ban công tác Mặt trận', 'Chi hội Nông dân'];
/** As many as a page of a list holds. */
const rows = Array.from({ length: 25 }, (_, at) => {
  const own = communeCells[at] ?? cell;
  const { who: _who, due: _due, ...rest } = task;
  const each: TrackedTask = {
    ...rest,
    id: taskIdOf(`${own.id}_2025-10-03_regular` as ReportId, at + 1),
    what: at === 3 ? '' : `${task.what} (${at + 1})`,
    news: at % 2 ? task.news : [],
    ...(at % 7 && { who: posts[at % 5] ?? '' }),
    ...(at % 6 && { due: addDays(today, at - 12) }),
  };
  return {
    ...{ task: each, cell: own.id, overdue: isOverdue(each, today), mayOpen: at % 4 > 0 },
    ...{ cellName: fullName(own), communeName: fullName(commune) },
  };
});
const saidRows = rows.map((row, at) => ({
  ...row,
  said: { status: at % 2 ? ('overdue' as const) : ('doing' as const), report: later, month },
}));

function taskPage(context: PageContext, changes: Partial<Parameters<typeof TaskPage>[0]> = {}) {
  return (
    <TaskPage
      context={context}
      task={task}
      cell={{ id: cell.id, name: fullName(cell) }}
      communeName={fullName(commune)}
      overdue
      kinds={[]}
      seen={4}
      typed={{}}
      errors={[]}
      done={false}
      stale={false}
      {...changes}
    />
  );
}

function tasksPage(context: PageContext, changes: Partial<Parameters<typeof TasksPage>[0]> = {}) {
  return (
    <TasksPage
      context={context}
      unit={{ id: district.id, name: fullName(district) }}
      lastMonth={addMonths(month, -1)}
      choice={{ state: 'open' }}
      counts={taskStates.today.map((state, at) => ({ state, count: 540 - at }))}
      posts={Array.from({ length: 20 }, (_, at) => ({
        key: `p${at}`,
        name: at ? `Chức danh ${at}` : '',
        count: 40 - at,
        overdue: at,
      }))}
      whens={countRows(rows, (row) => whenDue(row.task.due, today))}
      units={countRows(rows, (row) => row.cell)}
      rows={rows}
      total={540}
      page={2}
      pages={22}
      {...changes}
    />
  );
}

/** The pages of tasks: lists full, filtered and empty; a task as readers and writers see it. */
export function taskModels({ inCell, inCommune, inGroup, inDistrict }: Contexts): Examples {
  const said = {
    month,
    choice: { state: 'overdue' as const },
    counts: taskStates.said.map((state, at) => ({ state, count: 28 + at })),
    rows: saidRows,
    whens: [],
  };
  return {
    'tasks of a district': () => tasksPage(inDistrict, { unit: { id: district.id, name: fullName(district) } }),
    'tasks of a district, as a month said': () => tasksPage(inDistrict, { ...said, group: '3' }),
    'tasks of a large district': () => (
      <CountedPage
        context={inDistrict}
        unit={{ id: district.id, name: fullName(district) }}
        month={month}
        previousMonth={addMonths(month, -1)}
        nextMonth={addMonths(month, 1)}
        counts={{ due: 12_480, done: 9_120, overdue: 1_040 }}
        communes={Array.from({ length: 130 }, (_, n) => ({
          ...{ unit: `${district.id}.xa-${n}`, name: `xã Số ${n + 1}` },
          ...{ due: 96, done: 70 + (n % 9), overdue: 130 - n },
        }))}
        countedAt="2025-12-11T17:30:00.000Z"
      />
    ),
    'tasks of a commune': () =>
      tasksPage(inCommune, { unit: { id: commune.id, name: fullName(commune) }, posts: countPosts(rows) }),
    'tasks of a commune, of one post': () =>
      tasksPage(inCommune, {
        unit: { id: communeOf(cell.id), name: fullName(commune) },
        posts: countPosts(rows),
        choice: { state: 'overdue', who: 'chi uy' },
      }),
    'tasks of a group, due soon': () => tasksPage(inGroup, { choice: { state: 'open', when: 'soon' } }),
    'tasks of a cell, none': () =>
      tasksPage(inCell, { rows: [], posts: [], whens: [], units: [], total: 0, page: 1, pages: 1 }),
    'a task': () => taskPage(inDistrict),
    'a task without words': () =>
      taskPage(inGroup, { task: { ...task, what: '', news: [], repeated: 0 }, overdue: false }),
    'a task, for its commune': () => taskPage(inCommune, { kinds: taskWordKinds, done: true }),
    'a task, told of too late': () =>
      taskPage(inCell, {
        stale: true,
        typed: { step: 'handedOn', who: 'Chi ủy <mới> & "đủ"', due: '15/12/2025', reason: '' },
      }),
    'a task, typed wrong': () =>
      taskPage(inCell, {
        kinds: taskWordKinds,
        stale: true,
        typed: { step: 'handedOn', who: 'x'.repeat(400), due: 'mai', reason: '' },
        errors: [
          { field: 'who', code: 'too-long', params: { max: 300 } },
          { field: 'due', code: 'not-a-day', params: { example: '03/11/2025' } },
        ],
      }),
  };
}
