import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_ROWS } from '#shared/input/fields.ts';
import { editRow } from '#web/reports/form/edit-row.ts';

const typed = {
  present: '17',
  'tasks[0].what': 'Họp thôn',
  'tasks[0].who': '',
  'tasks[1].what': 'Dọn vệ sinh',
  'tasks[2].what': 'Nạo vét kênh',
  'matters[0].summary': 'Rác',
};

describe('a button of a row', () => {
  it('adds a blank row after the last one', () => {
    expect(editRow(typed, 'more.tasks')).toEqual({ ...typed, 'tasks[3].what': '' });
    expect(editRow(typed, 'more.followUps')).toEqual({ ...typed, 'followUps[0].task': '' });
  });

  it('takes a row out, and those below it move up', () => {
    expect(editRow(typed, 'less.tasks.1')).toEqual({
      present: '17',
      'tasks[0].what': 'Họp thôn',
      'tasks[0].who': '',
      'tasks[1].what': 'Nạo vét kênh',
      'matters[0].summary': 'Rác',
    });
  });

  it.each(['', 'more', 'more.points', 'more.constructor', 'less.tasks.x', 'save', 'more.tasks.1.2'])(
    'is not %j',
    (button) => {
      expect(editRow(typed, button)).toBeUndefined();
    },
  );

  it('adds no more rows than a report may have', () => {
    const full = Object.fromEntries(Array.from({ length: MOST_ROWS }, (_, n) => [`tasks[${n}].what`, '']));
    expect(editRow(full, 'more.tasks')).toEqual(full);
  });

  it('never touches what else was typed, and a row that was added and taken out leaves nothing', () => {
    const rows = fc.array(fc.string(), { maxLength: MOST_ROWS - 1 });
    fc.assert(
      fc.property(rows, rows, fc.nat(30), (tasks, matters, n) => {
        const given = Object.fromEntries([
          ...tasks.map((what, at) => [`tasks[${at}].what`, what]),
          ...matters.map((summary, at) => [`matters[${at}].summary`, summary]),
        ]) as Record<string, string>;
        const others = (all: object | undefined) =>
          Object.entries(all ?? {}).filter(([name]) => !name.startsWith('tasks'));
        const more = editRow(given, 'more.tasks') ?? {};
        expect(editRow(more, `less.tasks.${tasks.length}`)).toEqual(given);
        const less = editRow(given, `less.tasks.${n}`);
        expect(others(less)).toEqual(others(given));
        const left = tasks.filter((_, at) => at !== n).map((what, at) => [`tasks[${at}].what`, what]);
        expect(Object.entries(less ?? {}).filter(([name]) => name.startsWith('tasks'))).toEqual(left);
      }),
    );
  });
});
