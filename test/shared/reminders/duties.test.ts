import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeingBefore, type Viewer } from '#shared/access/can.ts';
import { actionOf } from '#shared/actions/action.ts';
import { type MatterEvent, matterOf } from '#shared/matters/matter.ts';
import { dayAt, monthAt } from '#shared/period.ts';
import { type DutyInputs, dutiesOf, pathOfDuty, reportedMonths } from '#shared/reminders/duties.ts';
import { isNonWorking } from '#shared/reminders/non-working-days.ts';
import { isOfficial, mailOn } from '#shared/reminders/reminder.ts';
import { dutySentence } from '#shared/reminders/texts/reminders.ts';
import { type Report, reportIdOf } from '#shared/reports/report.ts';
import { isWithin } from '#shared/units/units.ts';
import { aUnit, current, day, days, month } from '#test/shared/samples.ts';

const district = aUnit('hiep-hoa');
const communes = ['hiep-hoa.a', 'hiep-hoa.b'];
const cells = ['hiep-hoa.a.x', 'hiep-hoa.a.y', 'hiep-hoa.b.x'];
const units = [district, ...[...communes, ...cells].map((id) => aUnit(id))];
const empty = { reports: [], published: [], visits: [], matters: [], actions: [], asks: [] };
const nothing: DutyInputs = { district, units, ...empty };

const commune: Viewer = { user: 'a', role: 'commune', unit: 'hiep-hoa.a', scope: ['hiep-hoa.a'] };
const cell: Viewer = { user: 'x', role: 'cell', unit: 'hiep-hoa.a.x', scope: ['hiep-hoa.a.x'] };
const group: Viewer = { user: 'g', role: 'group', unit: 'hiep-hoa', group: 1, scope: ['hiep-hoa.a'] };
const board: Viewer = { user: 'd', role: 'district', unit: 'hiep-hoa', scope: ['hiep-hoa'] };
const viewers = [commune, cell, group, board];

/** Half past seven in Vietnam. */
const morning = (date: string) => new Date(Date.parse(`${date}T07:30:00+07:00`)).toISOString();

/** The days of December 2026. */
const days31 = Array.from({ length: 31 }, (_, n) => `2026-12-${String(n + 1).padStart(2, '0')}`);

const reported = (changes: Partial<Report>) => ({ ...current(changes), revision: 1, state: 'submitted' as const });
const by = { user: 'x', role: 'cell', unit: 'hiep-hoa.a.x' } as const;
const raised = (at: string, severity: 'low' | 'medium' | 'high' = 'high'): MatterEvent => ({
  kind: 'raised',
  said: { topic: 'DD', summary: 'Ngõ đi chung', severity },
  by,
  at,
});
const matterAt = (cellId: string, number: number, events: readonly MatterEvent[]) =>
  matterOf(`${cellId}_2021-02-03_regular_${number}`, events);

describe('missing reports', () => {
  // Reports of February 2021 are due on Friday, 5 March, and taken until Wednesday, 10 March.
  it.each([
    ['2021-03-02', []],
    ['2021-03-03', ['due']],
    ['2021-03-05', ['due']],
    ['2021-03-06', ['late']],
    ['2021-03-10', ['late']],
    ['2021-03-11', []],
  ])('on %s: %j', (date, said) => {
    const found = dutiesOf(commune, nothing, morning(date));
    expect(found.map((duty) => duty.kind === 'reports' && (duty.late ? 'late' : 'due'))).toEqual(said);
    for (const duty of found) expect(duty).toMatchObject({ unit: commune.unit, month: '2021-02', count: 2 });
  });

  it('are told about some working days ahead, however long the holidays before the day', () => {
    // Tết of 2027 is on 6 February; the 5th, when January is due, is a quiet day.
    expect(reportedMonths(district, morning('2027-01-31'))).toEqual([]);
    expect(reportedMonths(district, morning('2027-02-01'))).toEqual(['2027-01']);
  });

  it('are those of cells that have no report at all, and those alone', () => {
    const reports = [reported({ cell: 'hiep-hoa.a.x' }), reported({ cell: 'hiep-hoa.b.x' })];
    expect(dutiesOf(commune, { ...nothing, reports }, morning('2021-03-04'))).toMatchObject([{ count: 1 }]);
    expect(dutiesOf(cell, { ...nothing, reports }, morning('2021-03-04'))).toEqual([]);
    const all = [...reports, reported({ cell: 'hiep-hoa.a.y' })];
    expect(dutiesOf(commune, { ...nothing, reports: all }, morning('2021-03-04'))).toEqual([]);
  });

  it('a report of another month does not stand for one', () => {
    const reports = [reported({ cell: 'hiep-hoa.a.x', date: day('2021-03-03') })];
    expect(dutiesOf(cell, { ...nothing, reports }, morning('2021-03-04'))).toHaveLength(1);
  });
});

describe('the result of a meeting', () => {
  // The score sheet of Hướng dẫn 42-HD/BTCTW asks that it is published within two days.
  const met = { cell: 'hiep-hoa.a.x', date: day('2026-12-03'), resolution: 'resolution' } as const;
  const sent = (changes: Partial<Report> = {}) => {
    const report = reported({ ...met, ...changes });
    return { ...report, firstReceivedAt: morning(report.report.date) };
  };
  const publishing = (viewer: Viewer, facts: DutyInputs, date: string) =>
    dutiesOf(viewer, facts, morning(date)).filter(({ kind }) => kind === 'publish');
  const facts = { ...nothing, reports: [sent()] };

  it.each([
    ['2026-12-03', []], // the day of the meeting
    ['2026-12-04', ['due']],
    ['2026-12-05', ['due']], // the last day
    ['2026-12-06', ['late']],
    ['2026-12-31', ['late']],
    ['2027-03-01', []], // the month is closed
  ])('waits on %s: %j', (date, said) => {
    for (const viewer of [commune, cell]) {
      const found = publishing(viewer, facts, date);
      expect(found.map((duty) => duty.kind === 'publish' && (duty.late ? 'late' : 'due'))).toEqual(said);
    }
  });

  it('leads to the page where that is entered, and to the list of them on the home where several wait', () => {
    const [one] = publishing(commune, facts, '2026-12-04');
    expect(one).toMatchObject({ unit: 'hiep-hoa.a', count: 1, due: '2026-12-05', since: '2026-12-04' });
    expect(one && pathOfDuty(one)).toBe('/reports/hiep-hoa.a.x_2026-12-03_regular/papers');
    const reports = [sent(), sent({ cell: 'hiep-hoa.a.y', date: day('2026-12-06') })];
    const [both] = publishing(commune, { ...nothing, reports }, '2026-12-07');
    expect(both).toMatchObject({ count: 2, due: '2026-12-05', late: true, since: '2026-12-07' });
    expect(both && pathOfDuty(both)).toBe('/#publish-2026-12');
  });

  it('is done once it is entered, and is nobody’s where there is none, none was asked, or others answer for it', () => {
    const published = [facts.reports[0]?.id ?? reportIdOf(sent().report)];
    expect(publishing(commune, { ...facts, published }, '2026-12-04')).toEqual([]);
    expect(publishing(commune, { ...nothing, reports: [sent({ resolution: 'none' })] }, '2026-12-04')).toEqual([]);
    const before = [sent({ date: day('2021-03-03') })];
    expect(publishing(commune, { ...nothing, reports: before }, '2021-03-04')).toEqual([]);
    for (const viewer of [board, group, { ...cell, unit: 'hiep-hoa.a.y', scope: ['hiep-hoa.a.y'] }]) {
      expect(publishing(viewer, facts, '2026-12-04')).toEqual([]);
    }
  });

  it('is written about on the first working day on which it waits, and then once a week', () => {
    const mails = days31.filter((date) => {
      const duties = publishing(commune, facts, date);
      return duties.length > 0 && mailOn(day(date), duties, 'on').length > 0;
    });
    expect(mails).toEqual(['2026-12-04', '2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28']);
    expect(mailOn(day('2026-12-07'), publishing(commune, facts, '2026-12-07'), 'off')).toEqual([]);
  });
});

describe('visits', () => {
  const visit = { group: 1, unit: 'hiep-hoa.a.x', date: day('2021-03-04'), state: 'planned' as const };

  it('wait for their own group from their day on, until they are reported or dropped', () => {
    const facts = { ...nothing, visits: [visit, { ...visit, group: 2 }, { ...visit, unit: 'hiep-hoa.b.x' }] };
    expect(dutiesOf(group, facts, morning('2021-03-03'))).toEqual([]);
    const found = dutiesOf(group, facts, morning('2021-03-04'));
    expect(found).toEqual([{ kind: 'visits', month: '2021-03', count: 1, since: '2021-03-04' }]);
    for (const state of ['done', 'dropped'] as const) {
      expect(dutiesOf(group, { ...nothing, visits: [{ ...visit, state }] }, morning('2021-03-05'))).toEqual([]);
    }
    expect(dutiesOf(commune, facts, morning('2021-03-04')).filter(({ kind }) => kind === 'visits')).toEqual([]);
  });
});

describe('actions', () => {
  it('are told once their last day is over, to their unit, its group and the district; each number is that of its list', () => {
    const plan = { what: 'Gửi tài liệu trước', who: 'Bí thư', due: day('2021-03-31'), cause: 'away' } as const;
    const opened = { kind: 'open', plan, by: { ...by, role: 'district' }, at: '2021-03-01T02:00:00.000Z' } as const;
    const closed = { kind: 'close', words: 'Xong', by: opened.by, at: opened.at } as const;
    const actions = [
      actionOf('hiep-hoa.a_met_2021-02', [opened]),
      actionOf('hiep-hoa.b_met_2021-02', [opened]),
      actionOf('hiep-hoa.b_duration_2021-02', [opened, closed]),
    ];
    const told = (viewer: Viewer, date: string) =>
      dutiesOf(viewer, { ...nothing, actions }, morning(date)).filter(({ kind }) => kind === 'actions');
    for (const viewer of viewers) expect(told(viewer, '2021-03-31')).toEqual([]);
    const late = { kind: 'actions', count: 1, since: '2021-04-01' };
    expect(told(commune, '2021-04-01')).toEqual([{ ...late, unit: 'hiep-hoa.a' }]);
    expect(told(group, '2021-04-01')).toEqual([{ ...late, unit: 'hiep-hoa' }]);
    expect(told(cell, '2021-04-01')).toEqual([]);
    const [ofBoard] = told(board, '2021-04-01');
    expect(ofBoard).toEqual({ ...late, unit: 'hiep-hoa', count: 2 });
    expect(ofBoard && pathOfDuty(ofBoard)).toBe('/actions?unit=hiep-hoa&state=overdue');
    expect(ofBoard && dutySentence(ofBoard, 'vi')).toBe('2 biện pháp khắc phục đã quá hạn');
  });
});

describe('matters', () => {
  const open = matterAt('hiep-hoa.a.x', 1, [raised('2021-02-04T02:00:00.000Z')]);
  const up = matterAt('hiep-hoa.a.x', 2, [...open.events, { kind: 'pass-up', by, at: '2021-02-05T02:00:00.000Z' }]);
  const closed = matterAt('hiep-hoa.a.x', 3, [...open.events, { kind: 'settle', by, at: '2021-02-05T02:00:00.000Z' }]);
  const facts = { ...nothing, matters: [open, up, closed] };

  it('wait for the level that has them, once their term is over', () => {
    expect(dutiesOf(commune, facts, morning('2021-02-11'))).toEqual([]);
    const late = { kind: 'matters', count: 1 };
    expect(dutiesOf(commune, facts, morning('2021-02-12'))).toEqual([
      { ...late, unit: 'hiep-hoa.a', level: 'commune', since: '2021-02-12' },
    ]);
    expect(dutiesOf(board, facts, morning('2021-02-13'))).toEqual([
      { ...late, unit: 'hiep-hoa', level: 'district', since: '2021-02-13' },
    ]);
    expect(dutiesOf({ ...commune, unit: 'hiep-hoa.b', scope: ['hiep-hoa.b'] }, facts, morning('2021-02-13'))).toEqual(
      [],
    );
  });
});

it('a report that came back in the course of a day is told on the next morning', () => {
  const back = { ...reported({ cell: cells[0] as string }), state: 'returned' as const };
  const returned = { ...back, at: '2021-02-22T09:00:00.000Z', by: { ...by, role: 'district' as const } };
  const duties = dutiesOf(commune, { ...nothing, reports: [returned] }, morning('2021-02-23'));
  expect(duties).toMatchObject([{ kind: 'returned', count: 1, since: '2021-02-23' }]);
  expect(mailOn(day('2021-02-23'), duties, 'on')).toEqual(duties);
  expect(mailOn(day('2021-02-24'), duties, 'on')).toEqual([]);
});

describe('what a commune asks about a report of a closed month', () => {
  const id = `hiep-hoa.a.x_${day('2021-01-03')}_regular` as const;
  const ask = { id, number: 1, by: { ...by, role: 'commune' as const }, at: '2021-02-22T09:00:00.000Z', reason: 'Sót' };
  const refused = { ...ask, number: 2, answer: { kind: 'refused' as const, by, at: ask.at, reason: 'Đúng' } };

  it('waits for the district alone, until it is answered', () => {
    const waits = dutiesOf(board, { ...nothing, asks: [ask, refused] }, morning('2021-02-23'));
    expect(waits).toEqual([{ kind: 'asks', count: 1, since: '2021-02-23' }]);
    expect(waits.map(pathOfDuty)).toEqual(['/#asks']);
    expect(waits.map((duty) => dutySentence(duty, 'vi'))).toEqual(['1 đề nghị sửa báo cáo đã chốt đang chờ trả lời']);
    expect(mailOn(day('2021-02-23'), waits, 'on')).toEqual(waits);
    expect(mailOn(day('2021-02-24'), waits, 'on')).toEqual([]);
    expect(dutiesOf(board, { ...nothing, asks: [refused] }, morning('2021-02-23'))).toEqual([]);
    for (const viewer of [commune, cell, group, { ...board, unit: 'tan-yen', scope: ['tan-yen'] }]) {
      expect(dutiesOf(viewer, { ...nothing, asks: [ask] }, morning('2021-02-23'))).toEqual([]);
    }
  });
});

describe('a mail', () => {
  const missing = (date: string) => dutiesOf(commune, nothing, morning(date));
  const visits = { kind: 'visits', month: month('2021-03'), count: 2, since: day('2021-03-11') } as const;

  it('about visits comes when one falls due, and then once a week', () => {
    const days = ['2021-03-10', '2021-03-11', '2021-03-12', '2021-03-13', '2021-03-15', '2021-03-16'].map(day);
    expect(days.filter((each) => each >= visits.since && mailOn(each, [visits], 'on').length > 0)).toEqual([
      '2021-03-11',
      '2021-03-15',
    ]);
    // Due on a quiet day: on the first working day after.
    const sunday = { ...visits, since: day('2021-04-18') };
    expect(mailOn(day('2021-04-20'), [sunday], 'on')).toEqual([]);
    expect(mailOn(day('2021-04-19'), [sunday], 'on')).toEqual([sunday]);
  });

  it('that one thing calls for names all that waits', () => {
    const all = [...missing('2021-03-09'), { ...visits, since: day('2021-03-01') }];
    expect(mailOn(day('2021-03-09'), all, 'on')).toEqual(all);
  });

  it('that a deadline has passed comes on the first working day after, to all', () => {
    expect(mailOn(day('2021-03-08'), [...missing('2021-03-08'), visits], 'off')).toEqual(missing('2021-03-08'));
    for (const other of ['2021-03-04', '2021-03-09']) {
      expect(mailOn(day(other), missing(other), 'off')).toEqual([]);
      expect(mailOn(day(other), missing(other), 'on')).toHaveLength(1);
    }
  });
});

describe('laws', () => {
  const states = fc.constantFrom('planned' as const, 'done' as const, 'dropped' as const);
  const steps = fc.array(fc.constantFrom('take' as const, 'pass-up' as const, 'settle' as const), { maxLength: 3 });
  const worlds = fc
    .tuple(
      days,
      fc.array(fc.tuple(fc.constantFrom(...cells), days), { maxLength: 4 }),
      fc.array(
        fc.record({ group: fc.constantFrom(1, 2), unit: fc.constantFrom(...communes, ...cells), state: states }),
      ),
      fc.array(fc.tuple(fc.constantFrom(...cells), fc.integer({ min: 0, max: 60 }), steps), { maxLength: 4 }),
      fc.integer({ min: 0, max: 20 }),
    )
    .map(([today, reports, visits, matters, ago]): { now: string; facts: DutyInputs } => {
      const now = morning(today);
      const before = (count: number) => new Date(Date.parse(now) - count * 86_400_000).toISOString();
      return {
        now,
        facts: {
          ...nothing,
          reports: reports.map(([id, date]) => reported({ cell: id, date })),
          visits: visits.map((visit) => ({ ...visit, date: dayAt(before(ago - 5)) })),
          matters: matters
            .map(([id, age, kinds], n) =>
              matterAt(id, n + 1, [raised(before(age)), ...kinds.map((kind) => ({ kind, by, at: before(age / 2) }))]),
            )
            .filter(({ raisedAt }) => monthAt(raisedAt) >= '2019-03'),
        },
      };
    });

  it('nobody is written to on a quiet day, and who wants no reminders about official notices alone', () => {
    fc.assert(
      fc.property(worlds, ({ now, facts }) => {
        for (const viewer of viewers) {
          const duties = dutiesOf(viewer, facts, now);
          const today = dayAt(now);
          if (isNonWorking(today)) expect(mailOn(today, duties, 'on')).toEqual([]);
          for (const duty of mailOn(today, duties, 'off')) expect(isOfficial(duty, today)).toBe(true);
          expect(duties).toEqual(expect.arrayContaining([...mailOn(today, duties, 'on')]));
        }
      }),
    );
  });

  it('nobody is told of what is done, of nothing, or of what lies outside the own scope', () => {
    fc.assert(
      fc.property(worlds, ({ now, facts }) => {
        for (const viewer of viewers) {
          const inside = (unit: string) => viewer.scope.some((scope) => isWithin(unit, scope));
          const own: DutyInputs = {
            ...facts,
            units: facts.units.filter(({ id }) => inside(id)),
            reports: facts.reports.filter(({ report }) => inside(report.cell)),
            visits: facts.visits.filter(({ unit, state }) => inside(unit) && state === 'planned'),
            matters: facts.matters.filter(({ unit, closedAt }) => inside(unit) && closedAt === undefined),
          };
          expect(dutiesOf(viewer, own, now)).toEqual(dutiesOf(viewer, facts, now));
          for (const duty of dutiesOf(viewer, facts, now)) {
            expect(duty.count).toBeGreaterThan(0);
            expect(dutySentence(duty, 'vi')).toContain(`${duty.count} `);
            expect(pathOfDuty(duty)).toMatch(/^\/(months|reports|visits|matters)\b/);
          }
        }
      }),
    );
  });

  it('when all have reported, nobody is told of reports', () => {
    fc.assert(
      fc.property(worlds, ({ now, facts }) => {
        const reports = reportedMonths(district, now).flatMap((each) =>
          cells.map((id) => reported({ cell: id, date: day(`${each}-03`) })),
        );
        for (const viewer of viewers) {
          const found = dutiesOf(viewer, { ...facts, reports }, now);
          expect(found.filter(({ kind }) => kind === 'reports')).toEqual([]);
        }
      }),
    );
  });
});

describe('after a reform', () => {
  const ended = { to: month('2021-02') };
  const old = ['hiep-hoa.a', 'hiep-hoa.a.x', 'hiep-hoa.a.y'].map((id) => aUnit(id, ended));
  const made = [
    aUnit('hiep-hoa.c', { from: month('2021-03'), predecessors: ['hiep-hoa.a'] }),
    aUnit('hiep-hoa.c.x', { from: month('2021-03'), predecessors: ['hiep-hoa.a.x'] }),
  ];
  const all = [district, ...old, ...made, aUnit('hiep-hoa.b'), aUnit('hiep-hoa.b.x')];
  const seeing = (viewer: Viewer) => seeingBefore(viewer, all, month('2021-03'));
  const heir = seeing({ ...commune, unit: 'hiep-hoa.c', scope: ['hiep-hoa.c'] });
  const moved = seeing({ ...cell, unit: 'hiep-hoa.c.x', scope: ['hiep-hoa.c.x'] });
  const facts = { ...nothing, units: all };

  it('the last month of the units before is the heir’s to finish, and is found on their pages', () => {
    const duties = dutiesOf(heir, facts, morning('2021-03-04'));
    expect(duties).toMatchObject([{ kind: 'reports', unit: 'hiep-hoa.a', month: '2021-02', count: 2 }]);
    expect(duties.map(pathOfDuty)).toEqual(['/months/2021-02?unit=hiep-hoa.a']);
    expect(dutiesOf(moved, facts, morning('2021-03-04'))).toMatchObject([{ unit: 'hiep-hoa.a.x', count: 1 }]);
    const other = seeing({ ...commune, unit: 'hiep-hoa.b', scope: ['hiep-hoa.b'] });
    expect(dutiesOf(other, facts, morning('2021-03-04'))).toMatchObject([{ unit: 'hiep-hoa.b', count: 1 }]);
  });

  it('what is overdue of theirs, also of a cell that was abolished, is told the heir', () => {
    const matters = [matterAt('hiep-hoa.a.y', 1, [raised('2021-02-03T00:00:00.000Z')])];
    expect(dutiesOf(heir, { ...facts, matters }, morning('2021-03-15'))).toMatchObject([
      { kind: 'matters', unit: 'hiep-hoa.c', count: 1 },
    ]);
    const other = seeing({ ...commune, unit: 'hiep-hoa.b', scope: ['hiep-hoa.b'] });
    expect(dutiesOf(other, { ...facts, matters }, morning('2021-03-15'))).toEqual([]);
  });
});
