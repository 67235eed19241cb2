import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type Day, monthOf } from '#shared/period.ts';
import { type FollowUp, type Report, type Revision, reportIdOf, type Task } from '#shared/reports/report.ts';
import { revise } from '#shared/reports/revise.ts';
import { type TaskId, taskIdOf } from '#shared/reports/task-id.ts';
import { withRows } from '#shared/reports/task-rows.ts';
import { type TaskWord, type TaskWordKind, taskWordKinds } from '#shared/reports/task-word.ts';
import { tasksOf, tasksToFollowUp } from '#shared/reports/tasks.ts';
import { isOverdue } from '#shared/tasks/task-row.ts';
import { aReport, day } from '#test/shared/samples.ts';

/**
 * What may happen on the days of a year, in any order: a meeting is reported, or its report amended, with tasks given,
 * taken out and followed up; somebody says something of a task between meetings. The model keeps of each task what was
 * said with the instant that it was said at, and looks at the last one.
 */
type Act =
  | {
      readonly kind: 'meeting';
      readonly on: number;
      readonly came: number;
      readonly gives: number;
      readonly takesOut?: number;
      readonly follows: readonly { readonly nth: number; readonly status: FollowUp['status'] }[];
    }
  | {
      readonly kind: 'word';
      readonly on: number;
      readonly nth: number;
      readonly says: TaskWordKind;
      readonly who?: string;
      readonly due?: number;
    };

const status = fc.constantFrom<FollowUp['status']>('done', 'doing', 'overdue', 'dropped');
const on = fc.integer({ min: 0, max: 120 });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('meeting' as const),
    on,
    came: fc.integer({ min: 0, max: 40 }),
    gives: fc.integer({ min: 0, max: 2 }),
    takesOut: fc.option(fc.nat(3), { nil: undefined }) as fc.Arbitrary<number>,
    follows: fc.array(fc.record({ nth: fc.nat(), status }), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('word' as const),
    on,
    nth: fc.nat(),
    says: fc.constantFrom(...taskWordKinds),
    who: fc.option(fc.constantFrom('Bí thư', 'Chi hội Phụ nữ'), { nil: undefined }) as fc.Arbitrary<string>,
    due: fc.option(on, { nil: undefined }) as fc.Arbitrary<number>,
  }),
);

const by = { user: 'a', role: 'commune', unit: 'hiep-hoa.thanh-van' } as const;
const dayOn = (n: number): Day => addDays(day('2021-01-01'), n);
/** Hours after midnight in Vietnam, in UTC. */
const at = (n: number, hours: number) => new Date(Date.parse(dayOn(n)) + (hours - 7) * 60 * 60 * 1000).toISOString();
const endOf = (n: number) => new Date(Date.parse(at(n + 1, 0)) - 1).toISOString();

interface Said {
  readonly at: string;
  /** At one instant a meeting comes first: whoever spoke then had heard it. */
  readonly order: number;
  readonly status: string;
  readonly who?: string | undefined;
  readonly due?: Day | undefined;
}

interface Duty {
  readonly id: TaskId;
  readonly on: number;
  readonly who: string;
  taken: boolean;
}

it('each task stands as the last word on it says, whoever says it, when, and in whatever order that arrives', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 16 }), fc.boolean(), (acts, turned) => {
      const meetings = new Map<number, { revision: Revision; said: Map<TaskId, FollowUp['status']>; came: number }>();
      const duties: Duty[] = [];
      const words: TaskWord[] = [];
      for (const each of acts) {
        const known = duties.filter((duty) => duty.on < each.on);
        if (each.kind === 'word') {
          const duty = known[each.nth % Math.max(1, known.length)];
          const revision = words.filter(({ task }) => task === duty?.id).length + 1;
          const isLater = words.every(({ at: before }) => before < at(each.on, 12));
          // Words are numbered as they come.
          if (!duty || !isLater) continue;
          const handed = each.says === 'handedOn' && {
            ...(each.who && { who: each.who }),
            ...(each.due !== undefined && { due: dayOn(each.due) }),
          };
          words.push({
            task: duty.id,
            revision,
            cell: aReport({}).cell,
            kind: each.says,
            ...handed,
            by,
            at: at(each.on, 12),
          });
          continue;
        }
        const before = meetings.get(each.on);
        const kept = before ? withRows(before.revision.report).tasks : [];
        const own = duties.filter((duty) => duty.on === each.on && !duty.taken);
        const stays = kept.filter((_, n) => n !== each.takesOut);
        for (const [n, duty] of own.entries()) if (n === each.takesOut) duty.taken = true;
        const anew = Array.from(
          { length: each.gives },
          (_, n): Task => ({ what: `việc ${duties.length + n}`, who: 'Trưởng thôn' }),
        );
        const said = new Map<TaskId, FollowUp['status']>();
        for (const { nth, status: one } of each.follows) {
          const duty = known[nth % Math.max(1, known.length)];
          if (duty) said.set(duty.id, one);
        }
        const followUps = [...said].map(([task, one]): FollowUp => ({ task, status: one, reason: 'x' }));
        const report: Report = aReport({ date: dayOn(each.on), tasks: [...stays, ...anew], followUps });
        const revision = revise(before?.revision, { state: 'submitted', report, by, at: at(125, 12) });
        const rows = withRows(revision.report).tasks.slice(stays.length);
        for (const { row = 0, who = '' } of rows) {
          duties.push({ id: taskIdOf(reportIdOf(report), row), on: each.on, who, taken: false });
        }
        meetings.set(each.on, { revision, said, came: before?.came ?? each.came });
      }

      const news = (duty: Duty): Said[] =>
        [
          ...[...meetings].flatMap(([on, { said, came }]): Said[] => {
            const one = said.get(duty.id);
            // It came some half hours after its meeting began at eight: on the same day, or on another.
            const received = at(on, 8 + came / 2);
            return one ? [{ at: [received, endOf(on)].sort()[0] as string, order: on - 1000, status: one }] : [];
          }),
          ...words.flatMap(({ task, revision, kind, at: instant, who, due }): Said[] =>
            task === duty.id ? [{ at: instant, order: revision, status: kind, who, due }] : [],
          ),
        ].sort((a, b) => (a.at === b.at ? a.order - b.order : a.at < b.at ? -1 : 1));
      const expected = new Map(
        duties.flatMap((duty) => {
          const said = news(duty);
          if (duty.taken && said.length === 0) return [];
          const last = said.at(-1)?.status;
          const state = last === 'done' || last === 'dropped' ? last : 'open';
          const who = said.findLast((each) => each.who !== undefined)?.who ?? (duty.taken ? undefined : duty.who);
          const due = said.findLast((each) => each.due !== undefined)?.due;
          return [[duty.id, { state, who, due, said: said.map((each) => each.status) }] as const];
        }),
      );

      const reports = [...meetings].map(([on, { revision, came }]) => ({
        ...revision.report,
        receivedAt: at(on, 8 + came / 2),
      }));
      const found = tasksOf(turned ? reports.toReversed() : reports, { words: turned ? words.toReversed() : words });
      expect(found.map((task) => task.id).toSorted()).toEqual([...expected.keys()].toSorted());
      const today = dayOn(121);
      const open = new Set(tasksToFollowUp(found).map((task) => task.id));
      for (const task of found) {
        const model = expected.get(task.id);
        expect({ state: task.state, who: task.who, due: task.due, said: task.news.map((each) => each.status) }).toEqual(
          model,
        );
        const isLate = model?.state === 'open' && ((model.due ?? today) < today || model.said.at(-1) === 'overdue');
        expect(isOverdue(task, today)).toBe(isLate);
        // Nothing that is open, and nothing of which the last meeting has not heard, is kept from the next one.
        expect(open.has(task.id)).toBe(task.state === 'open' || task.news.at(-1)?.word !== undefined);
        expect(task.since).toBe(monthOf(dayOn(duties.find((each) => each.id === task.id)?.on ?? 0)));
      }
    }),
    { numRuns: 400 },
  );
});
