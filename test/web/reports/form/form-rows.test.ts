import { describe, expect, it } from 'vitest';
import type { Month } from '#shared/period.ts';
import type { TaskId } from '#shared/reports/task-id.ts';
import type { TrackedTask } from '#shared/reports/tasks.ts';
import { formRows } from '#web/reports/form/form-rows.ts';

const id = (row: number) => `hiep-hoa.thanh-van.thanh-binh_2021-01-03_regular_${row}` as TaskId;
const task = (row: number, what: string, state: TrackedTask['state'] = 'open'): TrackedTask => {
  return { id: id(row), what, since: '2021-01' as Month, repeated: 0, state, news: [] };
};
const tasks = [task(1, 'Dọn kênh'), task(2, 'Dọn kênh'), task(3, 'Sửa cầu')];
const known = [...tasks, task(4, 'Trồng cây', 'done')];
const carried = (typed: Readonly<Record<string, string>>) =>
  formRows([typed], { tasks, known }).carriedTasks.flatMap((each, n) => (each ? [[n, each.id, each.what]] : []));

describe('the follow-ups of a form', () => {
  it('are all open tasks where it is new, also two of the same words', () => {
    expect(carried({ present: '17' })).toEqual([
      [0, id(1), 'Dọn kênh'],
      [1, id(2), 'Dọn kênh'],
      [2, id(3), 'Sửa cầu'],
    ]);
  });

  it('are those that it names where it comes back: by their ids, whatever became of them, and in words each once', () => {
    const typed = {
      'followUps[0].task': 'Dọn kênh',
      'followUps[1].task': id(4),
      'followUps[3].task': 'Dọn kênh',
      'followUps[4].task': 'Dọn kênh',
      'followUps[5].task': 'Việc khác',
    };
    expect(carried(typed)).toEqual([
      [0, id(1), 'Dọn kênh'],
      [1, id(4), 'Trồng cây'],
      [3, id(2), 'Dọn kênh'],
    ]);
    expect(carried({ ...typed, 'followUps[2].task': id(1) })).toContainEqual([0, id(2), 'Dọn kênh']);
  });

  it('keep an id of which nothing is known', () => {
    expect(carried({ 'followUps[0].task': id(9) })).toEqual([[0, id(9), '']]);
  });
});
