import { expect, it } from 'vitest';
import type { FollowUp } from '#shared/reports/report.ts';
import { countTasks } from '#shared/scorecards/count-tasks.ts';
import { day, facts } from '#test/shared/samples.ts';

const task = (row: number) => `hiep-hoa.thanh-van.thanh-binh_2021-01-03_regular_${row}`;
const meeting = (on: string, followUps: readonly FollowUp[]) =>
  facts({ date: day(on), kind: on.endsWith('03') ? 'regular' : 'thematic', followUps, tasks: [{ what: 'a' }] });
const say = (task: string, status: FollowUp['status']): FollowUp => ({ task, status, reason: 'x' });

it('a task that two meetings of a month follow up is one, as the later one says', () => {
  const [early, late] = [
    meeting('2021-02-03', [say(task(1), 'overdue'), say(task(2), 'doing'), say(task(3), 'dropped')]),
    meeting('2021-02-20', [say(task(1), 'done'), say(task(4), 'overdue')]),
  ];
  const counts = { tasksSet: 2, followedUp: 3, tasksDone: 1, tasksOverdue: 1 };
  expect(countTasks([early, late])).toEqual(counts);
  expect(countTasks([late, early])).toEqual(counts);
});

it('tasks of two persons are two, and so are rows that name a task in words', () => {
  const both = meeting('2021-02-03', [say(task(1), 'done'), say(task(2), 'overdue')]);
  expect(countTasks([both])).toMatchObject({ followedUp: 2, tasksDone: 1, tasksOverdue: 1 });
  const words = [meeting('2021-02-03', [say('Dọn kênh', 'doing')]), meeting('2021-02-20', [say('Dọn kênh', 'done')])];
  expect(countTasks(words)).toMatchObject({ followedUp: 2, tasksDone: 1 });
});
