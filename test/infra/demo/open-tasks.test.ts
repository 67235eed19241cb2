import { expect, it } from 'vitest';
import { demoReports } from '#infra/demo/reports.ts';
import { demoUnits, district } from '#infra/demo/units.ts';
import { addMonths, type Instant, type Month } from '#shared/period.ts';
import type { Revision } from '#shared/reports/report.ts';
import { openTasks, tasksOf } from '#shared/reports/tasks.ts';

const months = Array.from({ length: 12 }, (_, n) => addMonths('2025-12' as Month, n));
const now = '2026-12-20T00:00:00Z' as Instant;

/** The newest revision of each report of a cell, oldest meeting first. */
function newest(revisions: readonly Revision[]): readonly Revision[] {
  const last = [...new Map(revisions.map((revision) => [revision.id, revision])).values()];
  return last.sort((a, b) => (a.report.date < b.report.date ? -1 : 1));
}

/** The open tasks of a cell in the plainest way: one report after the other, and what each says of tasks. */
function plainlyOpen(reports: readonly Revision[]): string[] {
  const open = new Map<string, string>();
  // A task that is given again while it is open has two names; whoever ends one of them has ended it.
  const sameAs = new Map<string, string>();
  for (const { id, report } of reports) {
    for (const { task, status } of report.followUps) {
      if (status === 'done' || status === 'dropped') open.delete(sameAs.get(task) ?? task);
    }
    for (const [at, { what, row }] of report.tasks.entries()) {
      const name = `${id}_${row ?? at + 1}`;
      const [again] = [...open].find(([, words]) => words === what) ?? [];
      if (again) sameAs.set(name, again);
      else open.set(name, what);
    }
  }
  return [...open.keys()].sort();
}

it('of every cell of the demonstration the open tasks are those that a plain count finds', () => {
  const cells = demoUnits().filter(({ level }) => level === 'cell');
  let found = 0;
  for (const cell of cells) {
    const reports = newest(demoReports(cell, district, months, now));
    const tracked = tasksOf(reports.map(({ report, firstReceivedAt }) => ({ ...report, receivedAt: firstReceivedAt })));
    const ids = openTasks(tracked).map(({ id }) => id);
    expect.soft(ids.toSorted(), cell.id).toEqual(plainlyOpen(reports));
    found += ids.length;
  }
  expect(cells).toHaveLength(373);
  expect(found).toBeGreaterThan(300);
});
