import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FollowUp, Report, Revision, Task } from '#shared/reports/report.ts';
import { revise } from '#shared/reports/revise.ts';
import { lastRowOf, withRows } from '#shared/reports/task-rows.ts';
import { tasksOf } from '#shared/reports/tasks.ts';
import { aReport, day } from '#test/shared/samples.ts';

/**
 * What somebody may do, in any order: report a month with tasks (whose words are of different persons, so that each is
 * a task of its own), follow tasks up by their ids, amend a report by taking rows out, putting some in, rewording them,
 * with numbers or without. The model is two plain maps: who gave what, and the last word on it by day.
 */
interface Act {
  readonly month: number;
  /** How many tasks the report gives anew. */
  readonly gives: number;
  /** Which of its rows an amendment takes out, or rewords, by their place. */
  readonly takesOut: readonly number[];
  readonly rewords: readonly number[];
  readonly knowsNumbers: boolean;
  readonly followsUp: readonly { readonly nth: number; readonly status: FollowUp['status'] }[];
}

const act: fc.Arbitrary<Act> = fc.record({
  month: fc.integer({ min: 1, max: 6 }),
  gives: fc.integer({ min: 0, max: 3 }),
  takesOut: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 2 }),
  rewords: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 2 }),
  knowsNumbers: fc.boolean(),
  followsUp: fc.array(
    fc.record({
      nth: fc.nat(),
      status: fc.constantFrom<FollowUp['status']>('done', 'doing', 'overdue', 'dropped'),
    }),
    { maxLength: 3 },
  ),
});

/** A task as the model knows it: the name of whoever has it never changes, and nobody has two. */
interface Duty {
  readonly id: string;
  readonly who: string;
  readonly month: number;
  taken: boolean;
}

const by = { user: 'a', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
const dateOf = (month: number) => day(`2021-0${month}-03`);

function run(acts: readonly Act[]) {
  const revisions = new Map<number, Revision>();
  const duties: Duty[] = [];
  const words = new Map<number, ReadonlyMap<string, FollowUp['status']>>();
  let named = 0;
  for (const { month, gives, takesOut, rewords, knowsNumbers, followsUp } of acts) {
    const newest = revisions.get(month);
    const before = newest ? withRows(newest.report).tasks : [];
    const own = duties.filter((duty) => duty.month === month && !duty.taken);
    for (const [at, duty] of own.entries()) if (takesOut.includes(at)) duty.taken = true;
    const kept = before.flatMap((task, at): Task[] => {
      if (takesOut.includes(at)) return [];
      // Without a number, other words are another task: whoever knows of none does not reword here.
      const what = rewords.includes(at) && knowsNumbers ? `${task.what}'` : task.what;
      const { row, ...rest } = { ...task, what };
      return [knowsNumbers && row ? { ...rest, row } : rest];
    });
    const anew = Array.from({ length: gives }, () => {
      const who = `người ${++named}`;
      // The words of all are the same, at first.
      return { what: 'Dọn kênh', who };
    });
    // Somebody who knows no numbers takes nothing out and puts nothing in the same place in one go.
    const tasks = [...kept, ...anew];
    const earlier = duties.filter((duty) => duty.month < month);
    const said = new Map<string, FollowUp['status']>();
    for (const { nth, status } of followsUp) {
      const duty = earlier[nth % Math.max(1, earlier.length)];
      if (duty) said.set(duty.id, status);
    }
    const followUps = [...said].map(([task, status]) => ({ task, status, reason: 'x' }));
    const report: Report = aReport({ date: dateOf(month), tasks, followUps });
    const next = revise(newest, { state: 'submitted', report, by, at: '2021-07-01T00:00:00.000Z' });
    const rows = withRows(next.report).tasks.slice(kept.length);
    for (const [at, { who }] of anew.entries()) {
      duties.push({ id: `${next.id}_${rows[at]?.row}`, who, month, taken: false });
    }
    words.set(month, said);
    revisions.set(month, next);
    expect(lastRowOf(next)).toBe(duties.filter((duty) => duty.month === month).length);
  }
  return { reports: [...revisions.values()].map(({ report }) => report), duties, words };
}

it('no duty vanishes and none is invented, whatever is reported, amended, taken out and followed up', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 14 }), fc.nat(), (acts, seed) => {
      const { reports, duties, words } = run(acts);
      const shuffled = [...reports].sort(
        (a, b) => ((Number(a.date.slice(6, 7)) * seed) % 7) - ((Number(b.date.slice(6, 7)) * seed) % 7),
      );
      const found = new Map(tasksOf(shuffled).map((task) => [task.id as string, task]));
      const expected = new Map(
        duties.flatMap(({ id, taken, who }) => {
          const news = [...words].sort(([a], [b]) => a - b).flatMap(([, said]) => said.get(id) ?? []);
          const last = news.at(-1);
          const state = last === 'done' || last === 'dropped' ? last : 'open';
          // A row that was taken out is a task only where somebody has followed it up.
          return taken && news.length === 0 ? [] : [[id, { state, news, who: taken ? undefined : who }] as const];
        }),
      );
      expect([...found.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
      for (const [id, { state, news, who }] of expected) {
        const task = found.get(id);
        expect(task?.state).toBe(state);
        expect(task?.who).toBe(who);
        expect(task?.news.map(({ status }) => status)).toEqual(news);
      }
    }),
    { numRuns: 500 },
  );
});

it('a follow-up in words ends one duty of these words at most, and never one of other words', () => {
  const what = fc.constantFrom('a', 'b');
  const month = fc.record({
    tasks: fc.array(fc.record({ what, who: fc.constantFrom('x', 'y', 'z') }), { maxLength: 3 }),
    followUps: fc.array(fc.record({ task: what, status: fc.constantFrom('done', 'doing') }), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(month, { maxLength: 6 }), (months) => {
      const reports = months.map((each, at) => aReport({ ...each, date: dateOf(at + 1) } as Partial<Report>));
      for (const words of ['a', 'b']) {
        for (let last = 1; last <= reports.length; last++) {
          const open = (upTo: number) =>
            tasksOf(reports.slice(0, upTo)).filter((task) => task.what === words && task.state === 'open').length;
          const ended =
            reports[last - 1]?.followUps.filter((row) => row.task === words && row.status === 'done').length ?? 0;
          const gave = reports[last - 1]?.tasks.filter((row) => row.what === words).length ?? 0;
          expect(open(last)).toBeGreaterThanOrEqual(open(last - 1) - ended);
          const own =
            reports[last - 1]?.followUps.filter((row) => row.task === words && row.status === 'doing').length ?? 0;
          expect(open(last)).toBeLessThanOrEqual(open(last - 1) + gave + (own > 0 ? 1 : 0));
        }
      }
    }),
  );
});
