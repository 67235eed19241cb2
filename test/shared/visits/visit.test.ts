import { describe, expect, it } from 'vitest';
import { findRegime } from '#shared/norms/regimes.ts';
import type { Month } from '#shared/period.ts';
import { groupMonthOf } from '#shared/visits/group-month.ts';
import { parsePlan, parseVisit } from '#shared/visits/parse-visit.ts';
import { scoreDifferences } from '#shared/visits/score-differences.ts';
import { typedVisit } from '#shared/visits/typed-visit.ts';
import { isDue, parseVisitId, type Visit, visitIdOf } from '#shared/visits/visit.ts';
import { aUnit, day, month } from '#test/shared/samples.ts';

const commune = 'hiep-hoa.thanh-van';
const cell = `${commune}.thanh-binh`;
const setting = {
  group: 3,
  today: day('2025-11-10'),
  norms: (of: Month) => findRegime(of),
  members: [] as readonly string[],
  answersFor: (unit: string) => unit.startsWith(commune),
};
const errorsOf = (parsed: ReturnType<typeof parseVisit>) =>
  parsed.ok ? [] : parsed.errors.map(({ field, code }) => `${field} ${code}`);

describe('a plan', () => {
  it('is read with what it is for: a commune has a committee, a cell a meeting', () => {
    expect(parsePlan({ unit: cell, date: '20/11/2025', member: 'Ủy viên' }, setting)).toEqual({
      ok: true,
      visit: {
        id: `${cell}_2025-11-20_visit-3`,
        group: 3,
        unit: cell,
        date: '2025-11-20',
        meeting: 'cell',
        member: 'Ủy viên',
        state: 'planned',
      },
    });
    expect(parsePlan({ unit: commune, date: '20/11/2025' }, setting)).toMatchObject({
      visit: { meeting: 'committee' },
    });
  });

  it.each([
    [{ unit: 'hiep-hoa.chau-minh', date: '20/11/2025' }, 'unit not-a-choice'],
    [{ date: '20/11/2025' }, 'unit required'],
    [{ unit: cell, date: '31/11/2025' }, 'date not-a-day'],
    [{ unit: cell, date: '01/02/2019' }, 'date month-without-regime'],
    [{ unit: cell, date: '20/11/2025', seen: 'x' }, 'seen unknown-field'],
  ])('%j is refused: %s', (typed, error) => {
    expect(errorsOf(parsePlan(typed, setting))).toEqual([error]);
  });
});

describe('a plan of a group whose members are listed', () => {
  const listed = { ...setting, members: ['Chuyên viên, Ban Tổ chức'] };

  it.each([
    [{ unit: cell, date: '20/11/2025' }, ['member required']],
    [{ unit: cell, date: '20/11/2025', member: 'Ai đó' }, ['member not-a-choice']],
    [{ unit: cell, date: '20/11/2025', member: 'Chuyên viên, Ban Tổ chức' }, []],
  ])('%j sends one of them: %j', (typed, errors) => {
    expect(errorsOf(parsePlan(typed, listed))).toEqual(errors);
  });
});

describe('a report of a visit', () => {
  const typed = {
    unit: cell,
    date: '03/11/2025',
    seen: 'Đủ trình tự các bước',
    advice: 'Gửi tài liệu sớm hơn',
    adviceKept: 'partly',
    'points.guiding': '2,5',
    'matters[0].topic': 'MT',
    'matters[0].summary': 'Rác thải tồn đọng',
    'matters[0].severity': 'low',
  };

  it('is read, and comes back as it was typed', () => {
    const parsed = parseVisit(typed, setting);
    expect(parsed).toMatchObject({ ok: true, visit: { state: 'done', report: { points: { guiding: 2.5 } } } });
    if (parsed.ok) expect(typedVisit(parsed.visit)).toEqual(typed);
  });

  it.each([
    [{ seen: ' ' }, 'seen required'],
    [{ date: '11/11/2025' }, 'date day-in-future'],
    [{ 'points.guiding': '99' }, 'points.guiding not-points'],
    [{ 'matters[0].severity': '' }, 'matters[0].severity required'],
  ])('%j is refused: %s', (changes, error) => {
    expect(errorsOf(parseVisit({ ...typed, ...changes }, setting))).toEqual([error]);
  });

  it.each([
    ['Trưởng nhóm', []],
    ['Đã chuyển công tác', []],
    ['', []],
    ['Nguyễn Văn A', ['member not-a-choice']],
  ])('of a group with members names one of them, or who went before: %j', (member, errors) => {
    const group = { ...setting, members: ['Trưởng nhóm'], kept: ['Đã chuyển công tác'] };
    expect(errorsOf(parseVisit({ ...typed, member }, group))).toEqual(errors);
  });

  it('of a committee has no points', () => {
    const of = { ...typed, unit: commune };
    expect(errorsOf(parseVisit(of, setting))).toEqual(['points.guiding only-of-cells']);
    expect(errorsOf(parseVisit({ ...of, 'points.guiding': '' }, setting))).toEqual([]);
  });
});

it('an id names unit, day and group', () => {
  const id = visitIdOf({ unit: cell, date: day('2025-11-03'), group: 9 });
  expect(parseVisitId(id)).toEqual({ id, unit: cell, date: '2025-11-03', group: 9 });
  for (const none of ['', `${cell}_2025-11-03_regular`, `${cell}_2025-02-31_visit-3`, `${cell}_2025-11-03_visit-0`]) {
    expect(parseVisitId(none)).toBeUndefined();
  }
});

it('a visit disagrees only where both have scored', () => {
  const points = { guiding: 2, content: 3, published: 1 };
  const visit = { report: { seen: '', points, matters: [] } };
  expect(scoreDifferences(visit, { points: { guiding: 4, content: 3 } })).toEqual([
    { criterion: 'guiding', own: 4, visitor: 2 },
  ]);
  expect(scoreDifferences(visit, undefined)).toEqual([]);
  expect(scoreDifferences({}, { points })).toEqual([]);
});

it('a group’s month counts what is planned, made, due and covered, commune by commune', () => {
  const visit = (unit: string, on: string, state: Visit['state'], group = 3): Visit => {
    const date = day(on);
    return { id: visitIdOf({ unit, date, group }), group, unit, date, meeting: 'cell', state };
  };
  const visits = [
    visit(`${commune}.thanh-an`, '2025-11-20', 'planned'),
    visit(cell, '2025-11-03', 'done'),
    visit(cell, '2025-11-07', 'done'),
    visit(commune, '2025-11-07', 'planned'),
    visit(commune, '2025-11-06', 'planned'),
    visit(`${commune}.thanh-an`, '2025-11-04', 'dropped'),
    visit(cell, '2025-11-05', 'done', 4),
    visit(cell, '2025-12-03', 'done'),
  ];
  const { communes, visits: own } = groupMonthOf({
    group: { number: 3, name: 'Tổ công tác số 3', communes: [commune] },
    month: month('2025-11'),
    communes: [aUnit(commune), aUnit('hiep-hoa.chau-minh')],
    cells: [aUnit(cell), aUnit(`${commune}.thanh-an`), aUnit('hiep-hoa.chau-minh.ngo-xa')],
    visits,
    today: day('2025-11-10'),
  });
  expect(communes).toEqual([
    { commune: aUnit(commune), cells: 2, planned: 5, done: 2, due: 2, overdue: 1, covered: 1 },
  ]);
  expect(own.map(({ date }) => date.slice(8))).toEqual(['03', '04', '06', '07', '07', '20']);
  expect(own.filter((each) => isDue(each, day('2025-11-10'))).map(({ unit }) => unit)).toEqual([commune, commune]);
});
