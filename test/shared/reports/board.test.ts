import { describe, expect, it } from 'vitest';
import { boardOf } from '#shared/reports/board.ts';
import type { Report, State } from '#shared/reports/report.ts';
import { aUnit, current, day, month } from '#test/shared/samples.ts';

const district = aUnit('hiep-hoa');
const communes = [aUnit('hiep-hoa.thanh-van'), aUnit('hiep-hoa.thanh-van-2')];
const cells = ['hiep-hoa.thanh-van.a', 'hiep-hoa.thanh-van.b', 'hiep-hoa.thanh-van.c', 'hiep-hoa.thanh-van-2.a'].map(
  (id) => aUnit(id),
);
const late = '2021-03-05T17:00:00.000Z';

const stored = (changes: Partial<Report>, state: State = 'submitted', receivedAt?: string) => ({
  ...current(changes, receivedAt),
  revision: 1,
  state,
});
const reports = [
  stored({ cell: 'hiep-hoa.thanh-van.a' }),
  stored({ cell: 'hiep-hoa.thanh-van.b' }, 'confirmed', late),
  stored({ cell: 'hiep-hoa.thanh-van-2.a' }),
];
const data = { district, month: month('2021-02'), communes, cells, reports, now: '2021-03-01T00:00:00.000Z' };

describe('the board of a commune', () => {
  const own = cells.slice(0, 3);
  const board = boardOf({ ...data, unit: communes[0] as (typeof communes)[0], cells: own });

  it('has a row a cell, reported or not', () => {
    expect(board.cells.map(({ cell, state, late }) => [cell.id, state, late])).toEqual([
      ['hiep-hoa.thanh-van.a', 'submitted', false],
      ['hiep-hoa.thanh-van.b', 'confirmed', true],
      ['hiep-hoa.thanh-van.c', 'missing', false],
    ]);
    expect(board.communes).toEqual([]);
  });

  it.each<[State[], State]>([
    [['submitted', 'returned'], 'returned'],
    [['confirmed', 'submitted'], 'submitted'],
    [['confirmed', 'confirmed'], 'confirmed'],
  ])('shows of several reports %j the one that asks for the most: %s', (states, shown) => {
    const several = states.map((state, at) =>
      stored({ cell: own[0]?.id ?? '', date: day(`2021-02-0${at + 3}`) }, state),
    );
    const [row] = boardOf({ ...data, unit: communes[0] as (typeof communes)[0], cells: own, reports: several }).cells;
    expect(row?.state).toBe(shown);
    expect(row?.reports.map(({ state }) => state)).toEqual(states);
  });
});

describe('the board of a district', () => {
  const board = boardOf({ ...data, unit: district });

  it('has a row a commune, in which due is on time, late and missing together', () => {
    expect(board.communes.map(({ commune, ...counts }) => [commune.id, counts])).toEqual([
      ['hiep-hoa.thanh-van', { due: 3, onTime: 1, late: 1, missing: 1 }],
      ['hiep-hoa.thanh-van-2', { due: 1, onTime: 1, late: 0, missing: 0 }],
    ]);
    expect(board.cells).toEqual([]);
  });
});

describe('the deadline', () => {
  it.each([
    ['2021-03-10T16:59:59.999Z', false],
    ['2021-03-10T17:00:00.000Z', true],
  ])('at %s the month is closed: %s', (now, closed) => {
    expect(boardOf({ ...data, unit: district, now })).toMatchObject({
      closed,
      due: '2021-03-05T16:59:59.999Z',
      closing: '2021-03-10T16:59:59.999Z',
    });
  });
});
