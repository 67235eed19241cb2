import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report, Revision, Task } from '#shared/reports/report.ts';
import { revise, type Step, saysTheSame } from '#shared/reports/revise.ts';
import { lastRowOf, withRows } from '#shared/reports/task-rows.ts';
import { aReport, day } from '#test/shared/samples.ts';

const by = { user: 'thanh-van', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
const step = (tasks: readonly Task[], changes: Partial<Report> = {}): Step => ({
  state: 'submitted',
  report: aReport({ tasks, ...changes }),
  by,
  at: '2021-02-04T02:00:00.000Z',
});
/** The revisions of a report that was sent with these tasks, one after the other. */
const sent = (...lists: readonly (readonly Task[])[]): Revision =>
  lists.reduce<Revision | undefined>((newest, tasks) => revise(newest, step(tasks)), undefined) as Revision;
const rowsOf = ({ report }: Revision) =>
  withRows(report)
    .tasks.map(({ what, row }) => `${what}${row}`)
    .join(' ');
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((what) => ({ what })) as [Task, Task, Task, Task];

describe('a row number', () => {
  it('is the place of a task until a row goes, and is never used again', () => {
    expect(rowsOf(sent([a, b, c]))).toBe('a1 b2 c3');
    expect(rowsOf(sent([a, b, c], [a, { ...c, row: 3 }, d]))).toBe('a1 c3 d4');
    expect(rowsOf(sent([a, b, c], [a, b], [a, b, d]))).toBe('a1 b2 d4');
    expect(rowsOf(sent([a, b, c], [], [d]))).toBe('d4');
    expect(rowsOf(sent([a, b, c], [], [], [a]))).toBe('a4'); // a row that is gone does not come back
  });

  it('goes with the task that names it, whatever becomes of its words and its place', () => {
    expect(
      rowsOf(
        sent(
          [a, b],
          [
            { what: 'x', row: 2 },
            { what: 'y', row: 1 },
          ],
        ),
      ),
    ).toBe('x2 y1');
  });

  it('is found by the words where a client knows of no numbers', () => {
    const two = [
      { what: 'a', who: 'Trưởng thôn' },
      { what: 'a', who: 'Chi ủy', due: day('2021-03-02') },
    ];
    expect(rowsOf(sent(two, two.slice(1)))).toBe('a2');
    expect(rowsOf(sent(two, [{ what: 'a' }, d]))).toBe('a1 d3');
    expect(rowsOf(sent(two, [{ what: 'a', who: 'Đoàn' }, d]))).toBe('a3 d4'); // another person's is another
    expect(rowsOf(sent([a, b, c], [c, a]))).toBe('c3 a1');
    expect(rowsOf(sent([a, b], [a, c]))).toBe('a1 c3');
  });

  it('is found by the place where the stored words are gone', () => {
    const { report, ...purged } = sent([a, b, c], [a, c]);
    const left = { ...purged, report: { ...report, tasks: report.tasks.map((task) => ({ ...task, what: '' })) } };
    expect(rowsOf(revise(left, step([a, d])))).toBe('a1 d3');
    expect(rowsOf(revise(left, { ...step([]), report: left.report }))).toBe('1 3');
  });

  it.each([
    ['that the report never had', [{ ...a, row: 7 }, b], 'a1 b2'],
    ['that is gone', [a, { ...d, row: 3 }], 'a1 d4'],
    ['that another row has', [a, { ...d, row: 1 }], 'd1 a4'],
    [
      'twice',
      [
        { ...c, row: 2 },
        { ...d, row: 2 },
      ],
      'c2 d4',
    ],
  ])('%s is not taken', (_, tasks, rows) => {
    const got = rowsOf(sent([a, b, c], [a, b], tasks));
    expect(got.split(' ').toSorted()).toEqual(rows.split(' ').toSorted());
  });

  it('is not believed of a first revision', () => {
    expect(
      rowsOf(
        sent([
          { ...a, row: 99 },
          { ...b, row: 99 },
        ]),
      ),
    ).toBe('a1 b2');
  });
});

describe('reports from before there were numbers', () => {
  it('keep their content: a number that is the place is not stored', () => {
    const { report, lastRow } = sent([a, b]);
    expect(report.tasks).toEqual([a, b]);
    expect(lastRow).toBeUndefined();
  });

  it('sent again are the same, with numbers or without', () => {
    const stored = sent([a, b, c], [a, c]);
    for (const tasks of [stored.report.tasks, withRows(stored.report).tasks, [a, c]]) {
      expect(saysTheSame(stored, step(tasks))).toBe(true);
    }
    const confirmed = revise(stored, { ...step([]), report: { ...stored.report, reviewed: {} }, state: 'confirmed' });
    expect(saysTheSame(confirmed, step([a, c]))).toBe(true);
    expect(saysTheSame(stored, step([a, d]))).toBe(false);
  });
});

it('a decision, which changes no task, changes no number', () => {
  const stored = sent([a, a, b], [a, { ...b, row: 3 }, a]);
  for (const state of ['returned', 'confirmed'] as const) {
    expect(rowsOf(revise(stored, { ...step([]), report: stored.report, state }))).toBe(rowsOf(stored));
  }
});

it('every row has one number, below the next, and none that went comes back', () => {
  const task = fc.record(
    { what: fc.constantFrom('a', 'b', 'c', ''), row: fc.integer({ min: 1, max: 9 }) },
    { requiredKeys: ['what'] },
  );
  fc.assert(
    fc.property(fc.array(fc.array(task, { maxLength: 5 }), { minLength: 1, maxLength: 6 }), (lists) => {
      const gone = new Set<number>();
      let newest: Revision | undefined;
      for (const tasks of lists) {
        const next = revise(newest, step(tasks));
        const rows = withRows(next.report).tasks.map(({ row = 0 }) => row);
        expect(next.report.tasks.map(({ what }) => what)).toEqual(tasks.map(({ what }) => what));
        expect(new Set(rows).size).toBe(rows.length);
        expect(Math.max(0, ...rows)).toBeLessThanOrEqual(lastRowOf(next));
        for (const row of rows) expect(gone.has(row)).toBe(false);
        const before = newest ? withRows(newest.report).tasks : [];
        for (const { row = 0 } of before) if (!rows.includes(row)) gone.add(row);
        expect(saysTheSame(next, step(withRows(next.report).tasks))).toBe(true);
        newest = next;
      }
    }),
  );
});
