import { expect, it } from 'vitest';
import { type MatterEvent, matterOf } from '#shared/matters/matter.ts';
import { endOfMonth } from '#shared/period.ts';
import type { Matter } from '#shared/reports/report.ts';
import { mattersIn } from '#shared/scorecards/count-matters.ts';
import { groupMemoOf } from '#shared/visits/group-memo.ts';
import { groupMonthOf } from '#shared/visits/group-month.ts';
import { type Visit, visitIdOf } from '#shared/visits/visit.ts';
import { aUnit, day, month } from '#test/shared/samples.ts';

const commune = 'hiep-hoa.thanh-van';
const cell = `${commune}.thanh-binh`;
const november = month('2025-11');
const by = { user: 'thanh-van', role: 'commune', unit: commune } as const;
const at = (typed: string) => `${typed}T05:00:00.000Z`;
const step = (kind: 'take' | 'pass-up' | 'settle' | 'reopen', on: string): MatterEvent => ({ kind, by, at: at(on) });
const promise = (on: string, promised: string): MatterEvent => ({
  kind: 'progress',
  by,
  at: at(on),
  promised: day(promised),
});

let count = 0;
function matter(
  on: string,
  said: Partial<Matter>,
  then: readonly MatterEvent[] = [],
  source = `${cell}_2025-11-03_regular`,
) {
  count += 1;
  const whole: Matter = { topic: 'DD', summary: `Việc ${count}`, severity: 'low', ...said };
  return matterOf(`${source}_${count}`, [{ kind: 'raised', said: whole, by, at: at(on) }, ...then]);
}

function visit(on: string, state: Visit['state'], adviceKept?: 'yes' | 'partly' | 'no', unit = cell): Visit {
  const date = day(on);
  const report = { seen: '', points: {}, matters: [], ...(adviceKept && { adviceKept }) };
  const id = visitIdOf({ unit, date, group: 3 });
  return { id, group: 3, unit, date, meeting: 'cell', state, ...(state === 'done' && { report }) };
}

const heardAtVisit = `${cell}_2025-11-07_visit-3`;
const told = [
  matter('2025-11-01', { topic: 'MT' }),
  matter('2025-11-30', { topic: 'DD' }),
  matter('2025-11-04', { topic: 'DD', severity: 'high' }),
  matter('2025-11-05', { topic: 'DD' }, [step('settle', '2025-11-20')]),
  matter('2025-11-07', { topic: 'MT' }, [step('pass-up', '2025-11-09')], heardAtVisit),
  matter('2025-11-07', { topic: 'MT' }, [], `${cell}_2025-11-07_visit-4`),
  // Passed up before, and again in the month: the level above the district is asked.
  matter('2025-09-01', { topic: 'XDCB' }, [step('pass-up', '2025-10-02'), step('pass-up', '2025-11-10')]),
  // Passed up after the month: it is late in the month, and nobody above was asked.
  matter('2025-10-01', { topic: 'XDCB' }, [step('pass-up', '2025-12-01')]),
  // A promise that is over, within the term; one that is renewed; one that is kept; one of a day still to come.
  matter('2025-11-10', { topic: 'XDCB' }, [promise('2025-11-11', '2025-11-20')]),
  matter('2025-11-11', { topic: 'XDCB' }, [promise('2025-11-11', '2025-11-20'), promise('2025-11-21', '2025-12-20')]),
  matter('2025-11-12', { topic: 'XDCB' }, [promise('2025-11-11', '2025-11-20'), step('settle', '2025-11-25')]),
  // Settled in the month before; raised in the month after.
  matter('2025-10-01', { topic: 'MT' }, [step('settle', '2025-10-20')]),
  matter('2025-12-01', { topic: 'MT', severity: 'high' }),
];
const visits = [
  visit('2025-11-03', 'done', 'no'),
  visit('2025-11-07', 'done', 'partly'),
  visit('2025-11-08', 'done', 'yes', `${commune}.thanh-an`),
  visit('2025-11-09', 'planned'),
  visit('2025-11-29', 'planned'),
  visit('2025-11-28', 'dropped'),
  visit('2025-10-28', 'done', 'no'),
];
const until = endOfMonth(november);
const data = groupMonthOf({
  group: { number: 3, name: 'Tổ công tác số 3', communes: [commune] },
  month: november,
  communes: [aUnit(commune)],
  cells: [aUnit(cell), aUnit(`${commune}.thanh-an`), aUnit(`${commune}.thanh-son`)],
  visits,
  today: day('2025-11-30'),
});
const memo = groupMemoOf(data, mattersIn(november, told, until), until);
const numbers = (rows: readonly { readonly matter: { readonly number: number } }[]) =>
  rows.map((row) => row.matter.number);

it('a memo tells what was heard: visits, cells, and the month’s matters by topic', () => {
  expect(memo).toMatchObject({ visits: 3, planned: 5, covered: 2, cells: 3, atVisits: 1 });
  expect(memo.heard.map(({ topic, matters }) => [topic, matters.map(({ number }) => number)])).toEqual([
    ['DD', [3, 4, 2]],
    ['MT', [1, 5, 6]],
    ['XDCB', [9, 10, 11]],
  ]);
});

it('what was asked, of whom and when', () => {
  expect(memo.asked.map(({ matter, of, on }) => [matter.number, of, on])).toEqual([
    [5, 'district', '2025-11-09'],
    [7, 'above', '2025-11-10'],
  ]);
});

it('what is undone at the month’s end: overdue first, then promises that are over; visits and advice', () => {
  expect(memo.undone.map(({ matter, overdue, promiseOver }) => [matter.number, overdue, promiseOver])).toEqual([
    [8, true, false],
    [3, true, false],
    [9, false, true],
  ]);
  expect(memo).toMatchObject({ due: 2, overdue: 1, adviceLeft: 2 });
});

it('counts as a plain second count of the events does', () => {
  /** The last day a matter may wait, by hand: 7 days for what is grave, 30 for what is not, from when its level has it. */
  const lateOn = ({ events, said }: (typeof told)[number]) => {
    const seen = events.filter((event) => event.at <= until);
    const since = seen.findLast(({ kind }) => kind === 'raised' || kind === 'pass-up')?.at ?? '';
    return Date.parse(since) + (said.severity === 'high' ? 8 : 31) * 86_400_000 <= Date.parse(at('2025-11-30'));
  };
  const inNovember = (event: MatterEvent) => event.at.startsWith('2025-11');
  const isOpen = ({ events }: (typeof told)[number]) =>
    !events.some((event) => event.kind === 'settle' && event.at <= until);
  expect(memo.heard.flatMap(({ matters }) => matters)).toHaveLength(
    told.filter(({ events: [raised] }) => raised && inNovember(raised)).length,
  );
  expect(memo.asked).toHaveLength(
    told.filter(({ events }) => events.some((event) => event.kind === 'pass-up' && inNovember(event))).length,
  );
  const late = told.filter((each) => each.raisedAt <= until && isOpen(each) && lateOn(each));
  expect(numbers(memo.undone.filter(({ overdue }) => overdue)).toSorted()).toEqual(
    late.map(({ number }) => number).toSorted(),
  );
});

it('nothing happened: nothing is told', () => {
  const none = groupMemoOf({ ...data, communes: [], visits: [] }, [], until);
  expect(none).toEqual({
    ...{ planned: 0, visits: 0, covered: 0, cells: 0, heard: [], atVisits: 0 },
    ...{ asked: [], undone: [], due: 0, overdue: 0, adviceLeft: 0 },
  });
});
