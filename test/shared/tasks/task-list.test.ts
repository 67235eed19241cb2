import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '#shared/period.ts';
import { reportIdOf } from '#shared/reports/report.ts';
import { taskIdOf } from '#shared/reports/task-id.ts';
import type { TaskNews, TrackedTask } from '#shared/reports/tasks.ts';
import { countPosts, countRows } from '#shared/tasks/count-rows.ts';
import { foldedPost } from '#shared/tasks/folded-post.ts';
import { followedUpIn } from '#shared/tasks/followed-up.ts';
import { byDue, choose, isIn, readChoice } from '#shared/tasks/task-choice.ts';
import { isOverdue, type TaskRow, whenDue } from '#shared/tasks/task-row.ts';
import { aReport, day } from '#test/shared/samples.ts';

const today = day('2021-02-10');
const report = reportIdOf(aReport({ date: day('2021-01-03') }));
const task = (row: number, changes: Partial<TrackedTask> = {}): TrackedTask => ({
  ...{
    id: taskIdOf(report, row),
    what: 'Dọn kênh',
    since: '2021-01' as TrackedTask['since'],
    repeated: 0,
    state: 'open',
  },
  news: [],
  ...changes,
});
const row = (n: number, changes: Partial<TrackedTask> = {}, more: Partial<TaskRow> = {}): TaskRow => {
  const own = task(n, changes);
  return { task: own, cell: 'hiep-hoa.thanh-van.thanh-binh', overdue: isOverdue(own, today), ...more };
};
const news = (status: TaskNews['status']): TaskNews => ({ date: day('2021-02-03'), status });

describe('a task is overdue today', () => {
  it.each([
    { due: day('2021-02-09'), is: true },
    { due: today, is: false }, // the day itself is left
    { due: undefined, is: false },
    { due: undefined, last: news('overdue'), is: true },
    { due: day('2021-03-01'), last: news('overdue'), is: true }, // as the meeting said
    { due: day('2021-03-01'), last: news('handedOn'), is: false },
    { due: day('2021-02-09'), last: news('doing'), is: true },
    { due: day('2021-02-09'), state: 'done' as const, is: false },
    { due: day('2021-02-09'), state: 'dropped' as const, is: false },
  ])('$due, $last.status, $state: $is', ({ due, last, state, is }) => {
    const one = task(1, { ...(due && { due }), ...(last && { news: [last] }), ...(state && { state }) });
    expect(isOverdue(one, today)).toBe(is);
  });
});

it.each([
  [-31, 'longOver'],
  [-30, 'over'],
  [-1, 'over'],
  [0, 'soon'],
  [7, 'soon'],
  [8, 'later'],
])('what is due in %i days is %s', (days, when) => {
  expect(whenDue(addDays(today, days), today)).toBe(when);
});

it('what has no day falls due on none', () => {
  expect(whenDue(undefined, today)).toBe('noDay');
});

describe('a post', () => {
  it.each([
    ['Trưởng thôn', 'truong thon'],
    ['  TRƯỞNG   THÔN. ', 'truong thon'],
    ['Đ/c Bí thư', 'd c bi thu'],
    ['', ''],
  ])('%s is %s', (typed, folded) => {
    expect(foldedPost(typed)).toBe(folded);
  });

  it('is counted however it is written, and named as most write it', () => {
    const rows = ['Trưởng thôn', 'trưởng thôn', 'TRƯỞNG THÔN', 'Trưởng thôn', undefined].map((who, at) =>
      row(at + 1, { ...(who && { who }), ...(at === 0 && { due: day('2021-02-01') }) }),
    );
    expect(countPosts(rows)).toEqual([
      { key: 'truong thon', name: 'Trưởng thôn', count: 4, overdue: 1 },
      { key: '', name: '', count: 1, overdue: 0 },
    ]);
    const said = rows.map((each) => ({
      ...each,
      said: { status: 'overdue' as const, report, month: each.task.since },
    }));
    expect(countRows(said, ({ cell }) => cell)).toMatchObject([{ count: 5, overdue: 5 }]);
  });
});

describe('a choice', () => {
  it('that is none is the first', () => {
    expect(readChoice({}, 'today')).toEqual({ state: 'open' });
    expect(readChoice({ state: 'dropped', when: 'x' }, 'today')).toEqual({ state: 'open' });
    expect(readChoice({ state: 'dropped', who: 'Bí thư', when: 'soon' }, 'said')).toEqual({
      ...{ state: 'dropped', who: 'bi thu', when: 'soon' },
    });
  });

  it('of a state, a post, a day and a unit is all of these', () => {
    const rows = [
      row(1, { who: 'Bí thư', due: day('2021-02-12') }),
      row(2, { who: 'bi thu', due: day('2021-04-12'), repeated: 2 }),
      row(3, { repeated: 1 }),
      row(4, { state: 'done', who: 'Bí thư' }),
    ];
    const chosen = (choice: Parameters<typeof choose>[1]) =>
      choose(rows, choice, today).map((each) => rows.indexOf(each) + 1);
    expect(chosen({ state: 'open' })).toEqual([1, 2, 3]);
    expect(chosen({ state: 'repeated' })).toEqual([2]);
    expect(chosen({ state: 'ended' })).toEqual([4]);
    expect(chosen({ state: 'open', who: 'bi thu' })).toEqual([1, 2]);
    expect(chosen({ state: 'open', who: 'bi thu', when: 'soon' })).toEqual([1]);
    expect(chosen({ state: 'open', who: '' })).toEqual([3]);
    expect(chosen({ state: 'open', within: 'hiep-hoa.thang' })).toEqual([]);
  });

  it('of what meetings said leaves the dropped out of what was due, as the scorecard does', () => {
    const said = (status: 'done' | 'dropped') => row(1, {}, { said: { status, report, month: task(1).since } });
    expect([isIn('due', said('done')), isIn('due', said('dropped')), isIn('dropped', said('dropped'))]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('begins with what is due first, and ends with what has no day', () => {
    const days: (Day | undefined)[] = [undefined, day('2021-03-01'), day('2021-02-01')];
    const rows = days.map((due, at) => row(at + 1, { ...(due && { due }) }));
    expect(rows.toSorted(byDue).map(({ task: each }) => each.due)).toEqual([days[2], days[1], undefined]);
  });
});

it('of several meetings of a month the last says what became of a task', () => {
  const meeting = (date: string, status: 'doing' | 'done') =>
    aReport({
      date: day(date),
      followUps: [
        { task: taskIdOf(report, 1), status },
        { task: 'Việc khác', status },
      ],
    });
  const [early, late] = [meeting('2021-02-03', 'doing'), meeting('2021-02-20', 'done')];
  const found = followedUpIn([late, early]);
  expect(found.map(({ row: at, status, task: id }) => [at, status, id])).toEqual([
    [0, 'done', taskIdOf(report, 1)],
    [1, 'doing', undefined],
    [1, 'done', undefined],
  ]);
});
