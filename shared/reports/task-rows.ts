import type { Report, Revision, Task } from '#shared/reports/report.ts';

/** A task's row number in its report: as it was stored or, since only others are, its place from 1. */
export function rowOf({ row }: Pick<Task, 'row'>, at: number): number {
  return row ?? at + 1;
}

/** Whether two rows may be one task: the same words, and not of two persons. */
export function isSameTask(a: Pick<Task, 'what' | 'who'>, b: Pick<Task, 'what' | 'who'>): boolean {
  return a.what === b.what && (a.who === undefined || b.who === undefined || a.who === b.who);
}

/** The report with the row number of every task, as readers and forms are given it. */
export function withRows<T extends { readonly tasks: Report['tasks'] }>(report: T): T {
  return { ...report, tasks: report.tasks.map((task, at) => ({ ...task, row: rowOf(task, at) })) };
}

type Numbered = Pick<Revision, 'lastRow'> & { readonly report: Pick<Report, 'tasks'> };

/** The highest row number that a report ever had. */
export function lastRowOf({ lastRow = 0, report }: Numbered): number {
  return Math.max(lastRow, ...report.tasks.map(rowOf));
}

/**
 * Numbers a report's tasks after its newest revision. A number is never given again once its row is gone.
 *
 * A task keeps the number that it names, if the newest revision has it. One that names none, since its sender knows of no
 * numbers, is the row that says the same: wholly, or by words and person at the same place, or anywhere. Where the
 * stored words are gone, the place decides. Every other task gets the next number; so does one with a number that
 * the newest revision does not have, or that another row has named before it.
 *
 * A number that is the task's place is left out: reports from before there were numbers keep their digests.
 */
export function numberTasks(
  tasks: readonly Task[],
  newest: Numbered | undefined,
): { readonly tasks: readonly Task[]; readonly lastRow?: number } {
  const before = newest ? withRows(newest.report).tasks : [];
  const left = new Map(before.map((task, at) => [task.row, { ...task, at }]));
  const rows = new Map<number, number>();
  const take = (at: number, row: number | undefined) => {
    if (row === undefined || rows.has(at) || !left.delete(row)) return;
    rows.set(at, row);
  };
  const rules: readonly ((task: Task, at: number, old: Task & { readonly at: number }) => boolean)[] = [
    ({ row }, _, old) => row === old.row,
    ({ what, who, due }, _, old) => what === old.what && who === old.who && due === old.due,
    (task, at, old) => at === old.at && (isSameTask(task, old) || old.what === ''),
    (task, _, old) => isSameTask(task, old),
  ];
  for (const isSame of rules) {
    for (const [at, task] of tasks.entries()) {
      if (!rows.has(at)) take(at, [...left.values()].find((old) => isSame(task, at, old))?.row);
    }
  }
  let next = newest ? lastRowOf(newest) : 0;
  const last = next + tasks.length - rows.size;
  const numbered = tasks.map(({ row: _, ...task }, at): Task => {
    const row = rows.get(at) ?? ++next;
    return row === at + 1 ? task : { ...task, row };
  });
  return { tasks: numbered, ...(last > Math.max(0, ...numbered.map(rowOf)) && { lastRow: last }) };
}
