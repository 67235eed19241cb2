import { describe, expect, it } from 'vitest';
import { requireRegime } from '#shared/norms/regimes.ts';
import { judgeCellMonth } from '#shared/scorecards/cell-month.ts';
import { countCommunes, mergeCommunes, mergeInputs } from '#shared/scorecards/count-district.ts';
import { directoryIn } from '#shared/units/units.ts';
import { aUnit, current, day, month } from '#test/shared/samples.ts';

const of = month('2021-02');
const by = { regime: requireRegime(of), due: '2021-03-05T16:59:59.999Z', month: of };
const directory = directoryIn(
  of,
  ['h', 'h.a', 'h.b', 'h.a.x', 'h.a.y', 'h.b.z'].map((id) => aUnit(id)),
  [
    { number: 1, name: 'Tổ 1', communes: ['h.a', 'h.gone'] },
    { number: 2, name: 'Tổ 2', communes: ['h.gone'] },
    { number: 3, name: 'Tổ 3', communes: ['h.a', 'h.b'] },
  ],
);
const [x, y] = directory.cells;
const visits = (unit: string, visitsDone: number) => ({ unit, tally: { visitsDone } });

describe('what counts besides reports', () => {
  const counted = (...besides: ReturnType<typeof visits>[]) => {
    const months = directory.cells.map((cell) => judgeCellMonth(cell, [], by));
    const { communes, rest } = countCommunes(directory, months, besides);
    const district = mergeCommunes(directory, communes, rest);
    const own = [...communes, ...communes.flatMap(({ children }) => children), district].flatMap(({ unit, tally }) =>
      tally.visitsDone ? [[unit.id, tally.visitsDone]] : [],
    );
    return { own: Object.fromEntries(own), rest };
  };

  it('counts for its unit and for all above', () => {
    expect(counted(visits('h.a.x', 1), visits('h.a.x', 2), visits('h.b', 4), visits('h', 8))).toEqual({
      own: { 'h.a.x': 3, 'h.a': 3, 'h.b': 4, h: 15 },
      rest: { visitsDone: 8 },
    });
  });

  it('counts for the next unit above, where its own does not exist', () => {
    expect(counted(visits('h.a.gone', 1), visits('h.gone.x', 2))).toEqual({
      own: { 'h.a': 1, h: 3 },
      rest: { visitsDone: 2 },
    });
  });

  it('counts nowhere, if it is of another district', () => {
    expect(counted(visits('other.a', 1))).toEqual({ own: {}, rest: {} });
  });
});

describe('a commune', () => {
  const count = () => {
    const meeting = current({ cell: 'h.a.x', date: day('2021-02-03'), fullMembers: 19, probationaryMembers: 2 });
    const [a, b] = countCommunes(
      directory,
      x && y ? [judgeCellMonth(y, [], by), judgeCellMonth(x, [meeting], by)] : [],
    ).communes;
    return { a, b };
  };

  it('has a line for each cell of which there is something, with the meeting that it held', () => {
    const { a, b } = count();
    expect(a?.children.map(({ unit, meeting }) => [unit.id, meeting])).toEqual([
      ['h.a.x', { day: '2021-02-03', members: 21 }],
      ['h.a.y', undefined],
    ]);
    expect(a?.children[1]).not.toHaveProperty('meeting');
    expect(a?.tally).toMatchObject({ due: 2, held: 1, silent: 1 });
    expect([b?.children, b?.tally]).toEqual([[], {}]);
  });

  it('has no groups of its own', () => {
    expect(count().a?.groups).toEqual([]);
  });
});

it('a group has the sum of its communes that are counted, and is left out where none is', () => {
  const communes = directory.communes.map((unit, at) => ({
    unit,
    tally: { due: at + 1 },
    arrivals: {},
    belowNorm: [],
  }));
  const groups = (given: typeof communes) =>
    mergeCommunes(directory, given, {}).groups.map(({ group, tally }) => [group.number, group.communes, tally.due]);
  expect(groups(communes)).toEqual([
    [1, ['h.a'], 1],
    [3, ['h.a', 'h.b'], 3],
  ]);
  expect(groups(communes.slice(1))).toEqual([[3, ['h.b'], 2]]);
});

it('the digest of a district changes with any commune’s and with what belongs to none, and with no order', () => {
  const [a, b] = [
    { unit: 'h.a', inputs: '1' },
    { unit: 'h.b', inputs: '2' },
  ];
  const digest = mergeInputs([a, b], '3');
  expect(mergeInputs([b, a], '3')).toBe(digest);
  const others = [
    mergeInputs([a, { ...b, inputs: '4' }], '3'),
    mergeInputs([a, { ...b, unit: 'h.c' }], '3'),
    mergeInputs([a], '3'),
    mergeInputs([a, b], '4'),
  ];
  expect(new Set([digest, ...others]).size).toBe(5);
});
