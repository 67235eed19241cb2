import { describe, expect, it } from 'vitest';
import { alignRows } from '#shared/reports/align-rows.ts';
import type { FollowUp, Task } from '#shared/reports/report.ts';
import { aReport } from '#test/shared/samples.ts';

const task = (row: number) => `hiep-hoa.thanh-van.thanh-binh_2021-01-03_regular_${row}`;
const rows = (typed: Readonly<Record<string, string>>, list: string) =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => name.startsWith(list)));
const aligned = (mine: readonly Task[], theirs: readonly Task[], followUps: readonly (readonly FollowUp[])[] = []) =>
  alignRows(aReport({ tasks: mine, followUps: followUps[0] ?? [] }), {
    report: aReport({ tasks: theirs, followUps: followUps[1] ?? [] }),
  });

describe('two versions of a report', () => {
  it('have the same task in the same row, whatever was taken out or put in before it', () => {
    const { mine, theirs } = aligned(
      [{ what: 'c', row: 3 }, { what: 'mới' }, { what: 'a sửa', row: 1 }],
      [{ what: 'a' }, { what: 'b' }, { what: 'c' }],
    );
    expect(rows(theirs, 'tasks')).toMatchObject({ 'tasks[1].what': 'b', 'tasks[1].row': '2' });
    expect(rows(mine, 'tasks')).toEqual({
      'tasks[0].what': 'a sửa',
      'tasks[0].row': '1',
      'tasks[2].what': 'c',
      'tasks[2].row': '3',
      'tasks[3].what': 'mới',
    });
  });

  it('have a task that one of them took out as a new row of the other', () => {
    const { mine } = aligned([{ what: 'a' }, { what: 'b', row: 2 }], [{ what: 'a' }, { what: 'c', row: 3 }]);
    expect(rows(mine, 'tasks')).toEqual({ 'tasks[0].what': 'a', 'tasks[0].row': '1', 'tasks[2].what': 'b' });
  });

  it('have the follow-up of the same task in the same row', () => {
    const { mine } = aligned(
      [],
      [],
      [
        [
          { task: task(2), status: 'done' },
          { task: 'Việc cũ', status: 'doing' },
        ],
        [
          { task: task(1), status: 'done' },
          { task: task(2), status: 'doing' },
        ],
      ],
    );
    expect(rows(mine, 'followUps')).toEqual({
      'followUps[1].task': task(2),
      'followUps[1].status': 'done',
      'followUps[2].task': 'Việc cũ',
      'followUps[2].status': 'doing',
    });
  });

  it('stay as they are where the form has no room for both', () => {
    const many = (name: string) => Array.from({ length: 15 }, (_, at) => ({ what: `${name}${at}` }));
    const { mine, theirs } = aligned(many('a'), many('b'));
    expect(rows(mine, 'tasks')).toEqual(
      Object.fromEntries(many('a').map(({ what }, at) => [`tasks[${at}].what`, what])),
    );
    expect(Object.keys(theirs).filter((name) => name.endsWith('.row'))).toEqual([]);
  });
});
