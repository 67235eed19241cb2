import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FollowUp, Report, Task } from '#shared/reports/report.ts';
import { openTasksOf, tasksOf } from '#shared/reports/tasks.ts';
import { day } from '#test/shared/samples.ts';

type TaskReport = Pick<Report, 'date' | 'tasks' | 'followUps'>;
const report = (on: string, tasks: readonly Task[], followUps: readonly FollowUp[] = []): TaskReport => ({
  date: day(on),
  tasks,
  followUps,
});

describe('a task', () => {
  const given = report('2021-01-03', [{ what: 'Dọn kênh', who: 'Trưởng thôn', due: day('2021-02-02') }]);

  it('comes back until it is done or dropped, with who has it, until when, and how often it came up', () => {
    const february = report('2021-02-03', [], [{ task: 'Dọn kênh', status: 'doing' }]);
    const open = openTasksOf([february, given]);
    expect(open).toEqual([
      { what: 'Dọn kênh', who: 'Trưởng thôn', due: '2021-02-02', since: '2021-01', repeated: 1, state: 'open' },
    ]);
    const silent = report('2021-03-03', [{ what: 'Sửa nhà văn hóa' }]);
    expect(openTasksOf([given, february, silent]).map(({ what }) => what)).toEqual(['Dọn kênh', 'Sửa nhà văn hóa']);
    for (const status of ['done', 'dropped'] as const) {
      const end = report('2021-03-03', [], [{ task: 'Dọn kênh', status }]);
      expect(openTasksOf([given, february, end])).toEqual([]);
    }
  });

  it('given out again while it is open is the same one; after its end it begins anew', () => {
    const again = report('2021-02-03', [{ what: 'Dọn kênh' }]);
    expect(openTasksOf([given, again])).toMatchObject([{ since: '2021-01', repeated: 1 }]);
    const done = report('2021-02-03', [{ what: 'Dọn kênh' }], [{ task: 'Dọn kênh', status: 'done' }]);
    expect(openTasksOf([given, done])).toMatchObject([{ since: '2021-02', repeated: 0 }]);
  });

  it('that the reporter followed up of their own accord is one too', () => {
    expect(openTasksOf([report('2021-02-03', [], [{ task: 'Việc cũ', status: 'overdue' }])])).toMatchObject([
      { what: 'Việc cũ', since: '2021-02', repeated: 1 },
    ]);
  });

  it('whose words have expired is none', () => {
    expect(tasksOf([report('2021-02-03', [{ what: '' }], [{ task: '', status: 'doing' }])])).toEqual([]);
  });
});

describe('laws', () => {
  const what = fc.constantFrom('a', 'b', 'c', 'd');
  const histories = fc.array(
    fc.record({
      tasks: fc.array(fc.record({ what }), { maxLength: 3 }),
      followUps: fc.array(fc.record({ task: what, status: fc.constantFrom('done', 'doing', 'overdue', 'dropped') }), {
        maxLength: 3,
      }),
    }),
    { maxLength: 9 },
  );
  const dated = (history: typeof histories extends fc.Arbitrary<infer T> ? T : never): TaskReport[] =>
    history.map((each, at) => ({ date: day(`2021-0${at + 1}-03`), ...each }) as TaskReport);

  it('every task that was ever named is in exactly one state', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const reports = dated(history);
        const named = new Set(
          reports.flatMap(({ tasks, followUps }) => [
            ...tasks.map((task) => task.what),
            ...followUps.map(({ task }) => task),
          ]),
        );
        expect(
          tasksOf(reports)
            .map((task) => task.what)
            .toSorted(),
        ).toEqual([...named].toSorted());
      }),
    );
  });

  it('the last word about a task decides: given out or unfinished it is open, else at its end', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const reports = dated(history);
        for (const task of tasksOf(reports)) {
          const last = reports.findLast(
            (each) =>
              each.tasks.some((one) => one.what === task.what) || each.followUps.some((one) => one.task === task.what),
          );
          const status = last?.followUps.findLast((one) => one.task === task.what)?.status;
          const ended =
            !last?.tasks.some((one) => one.what === task.what) && (status === 'done' || status === 'dropped');
          expect(task.state).toBe(ended ? status : 'open');
        }
      }),
    );
  });
});
