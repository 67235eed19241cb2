import { describe, expect, it } from 'vitest';
import type { FollowUp, Report, Task } from '#shared/reports/report.ts';
import { openTasks, type TaskReport, tasksOf } from '#shared/reports/tasks.ts';
import { day } from '#test/shared/samples.ts';

const cell = 'hiep-hoa.thanh-van.thanh-binh';
const idOn = (on: string, kind = 'regular') => `${cell}_${on}_${kind}`;

const report = (
  on: string,
  tasks: readonly Task[],
  followUps: readonly FollowUp[] = [],
  changes: Partial<Report> = {},
): TaskReport => ({ cell, date: day(on), kind: 'regular', tasks, followUps, ...changes });
const openTasksOf = (reports: readonly TaskReport[]) => openTasks(tasksOf(reports));

describe('a task', () => {
  const given = report('2021-01-03', [{ what: 'Dọn kênh', who: 'Trưởng thôn', due: day('2021-02-02') }]);
  const first = `${idOn('2021-01-03')}_1`;

  it('comes back until it is done or dropped, with who has it, until when, and how often it came up', () => {
    const february = report('2021-02-03', [], [{ task: first, status: 'doing' }]);
    const open = openTasksOf([february, given]);
    expect(open).toEqual([
      {
        id: first,
        what: 'Dọn kênh',
        who: 'Trưởng thôn',
        due: '2021-02-02',
        since: '2021-01',
        repeated: 1,
        state: 'open',
        news: [{ report: idOn('2021-02-03'), row: 0, date: '2021-02-03', status: 'doing' }],
      },
    ]);
    const silent = report('2021-03-03', [{ what: 'Sửa nhà văn hóa' }]);
    expect(openTasksOf([given, february, silent]).map(({ what }) => what)).toEqual(['Dọn kênh', 'Sửa nhà văn hóa']);
    for (const status of ['done', 'dropped'] as const) {
      for (const task of [first, 'Dọn kênh']) {
        const end = report('2021-03-03', [], [{ task, status, reason: 'Đã bàn giao' }]);
        expect(openTasksOf([given, february, end])).toEqual([]);
        expect(tasksOf([given, february, end])[0]?.news.at(-1)).toMatchObject({ status, reason: 'Đã bàn giao' });
      }
    }
  });

  it('given out again while it is open is the same one; after its end it begins anew', () => {
    const again = report('2021-02-03', [{ what: 'Dọn kênh' }]);
    expect(openTasksOf([given, again])).toMatchObject([
      { id: first, since: '2021-01', repeated: 1, who: 'Trưởng thôn', due: '2021-02-02', news: [{ status: 'again' }] },
    ]);
    const later = report('2021-03-03', [], [{ task: `${idOn('2021-02-03')}_1`, status: 'done' }]);
    expect(openTasksOf([given, again, later])).toEqual([]);
    const done = report('2021-02-03', [{ what: 'Dọn kênh' }], [{ task: 'Dọn kênh', status: 'done' }]);
    expect(openTasksOf([given, done])).toMatchObject([
      { id: `${idOn('2021-02-03')}_1`, since: '2021-02', repeated: 0 },
    ]);
  });

  it('of two persons with the same words is two, also in two months', () => {
    const two = report('2021-01-03', [
      { what: 'Dọn kênh', who: 'Trưởng thôn' },
      { what: 'Dọn kênh', who: 'Chi hội Phụ nữ' },
      { what: 'Dọn kênh', who: 'Chi hội Phụ nữ' },
    ]);
    const ids = [1, 2, 3].map((row) => `${idOn('2021-01-03')}_${row}`);
    expect(openTasksOf([two]).map(({ id }) => id)).toEqual(ids);
    const done = report('2021-02-03', [], [{ task: `${ids[0]}`, status: 'done' }]);
    expect(openTasksOf([two, done]).map(({ id }) => id)).toEqual(ids.slice(1));
    const third = report('2021-02-03', [{ what: 'Dọn kênh', who: 'Đoàn thanh niên' }]);
    expect(openTasksOf([given, third])).toHaveLength(2);
  });

  it('followed up in words is the oldest open one that the report has not named', () => {
    const two = report('2021-01-03', [
      { what: 'Dọn kênh', who: 'Trưởng thôn' },
      { what: 'Dọn kênh', who: 'Chi hội Phụ nữ' },
    ]);
    const one = report('2021-02-03', [], [{ task: 'Dọn kênh', status: 'done' }]);
    expect(openTasksOf([two, one])).toMatchObject([{ who: 'Chi hội Phụ nữ', repeated: 0 }]);
    const both = report(
      '2021-02-03',
      [],
      [
        { task: 'Dọn kênh', status: 'doing' },
        { task: 'Dọn kênh', status: 'done' },
      ],
    );
    expect(openTasksOf([two, both])).toMatchObject([{ who: 'Trưởng thôn', repeated: 1 }]);
    const byId = report(
      '2021-02-03',
      [],
      [
        { task: `${idOn('2021-01-03')}_1`, status: 'doing' },
        { task: 'Dọn kênh', status: 'done' },
      ],
    );
    expect(openTasksOf([two, byId])).toMatchObject([{ who: 'Trưởng thôn', repeated: 1 }]);
    const thrice = report(
      '2021-02-03',
      [],
      [
        { task: 'Dọn kênh', status: 'done' },
        { task: 'Dọn kênh', status: 'done' },
        { task: 'Dọn kênh', status: 'done' },
      ],
    );
    expect(tasksOf([two, thrice]).map(({ state }) => state)).toEqual(['done', 'done']);
  });

  it('that the reporter followed up of their own accord is one too, and keeps an id', () => {
    const own = report('2021-02-03', [], [{ task: 'Việc cũ', status: 'overdue' }]);
    const [task] = openTasksOf([own]);
    expect(task).toMatchObject({ what: 'Việc cũ', since: '2021-02', repeated: 1 });
    const later = (task: string) => report('2021-03-03', [], [{ task, status: 'done' }]);
    expect(openTasksOf([own, later(`${task?.id}`)])).toEqual([]);
    expect(openTasksOf([own, later('Việc cũ')])).toEqual([]);
    const both = report('2021-02-03', [{ what: 'Việc cũ' }], own.followUps);
    expect(openTasksOf([both])).toHaveLength(1);
  });

  it('whose words have expired stays one task', () => {
    const expired = report('2021-01-03', [{ what: '', due: day('2021-02-02') }, { what: '' }]);
    const later = report(
      '2021-02-03',
      [],
      [
        { task: first, status: 'doing' },
        { task: '', status: 'done' },
      ],
    );
    expect(openTasksOf([expired, later])).toMatchObject([
      { id: first, what: '', due: '2021-02-02', repeated: 1 },
      { id: `${idOn('2021-01-03')}_2`, what: '', repeated: 0 },
    ]);
  });

  it('whose row is gone is one only as long as somebody follows it up', () => {
    const without = report('2021-01-03', [{ what: 'Sửa cầu', row: 2 }]);
    expect(openTasksOf([without]).map(({ id }) => id)).toEqual([`${idOn('2021-01-03')}_2`]);
    const later = report('2021-02-03', [], [{ task: first, status: 'doing' }]);
    expect(openTasksOf([without, later])).toMatchObject([
      { what: 'Sửa cầu' },
      { id: first, what: '', since: '2021-01' },
    ]);
  });

  it('is told by the day of the meetings, in whatever order they are reported', () => {
    const february = report('2021-02-03', [], [{ task: first, status: 'doing' }]);
    const march = report('2021-03-03', [], [{ task: first, status: 'done' }]);
    const [task] = tasksOf([march, february, given]);
    expect(task).toMatchObject({ state: 'done', news: [{ status: 'doing' }, { status: 'done' }] });
    // The words came before the report that gave the task.
    const words = report('2021-02-03', [], [{ task: 'Dọn kênh', status: 'doing' }]);
    expect(openTasksOf([words])[0]?.id).not.toBe(first);
    expect(openTasksOf([words, given])).toMatchObject([{ id: first, repeated: 1 }]);
  });

  it('of another cell is not followed up, unless the cell carries it on', () => {
    const heir = { cell: 'hiep-hoa.hop-thinh.thanh-binh' };
    const later = report('2021-02-03', [], [{ task: first, status: 'done' }], heir);
    expect(tasksOf([given, later])).toMatchObject([{ id: first, state: 'open' }]);
    const carriesOn = (by: string, of: string) => by === of || of === cell;
    expect(tasksOf([given, later], { carriesOn })).toMatchObject([{ id: first, state: 'done' }]);
  });

  it('that is older than the reports has its words from its origin, of which nothing else is read', () => {
    const later = report('2021-03-03', [], [{ task: first, status: 'doing' }]);
    const origin = report('2021-01-03', [...given.tasks, { what: 'Sửa cầu' }]);
    expect(tasksOf([later], { origins: [origin] })).toMatchObject([{ id: first, what: 'Dọn kênh', since: '2021-01' }]);
  });
});
