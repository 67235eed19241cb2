import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, monthsBetween } from '#shared/period.ts';
import { changedMonths } from '#shared/scorecards/changed-months.ts';
import { directoryInputs } from '#shared/scorecards/count-directory.ts';
import { directoryIn, renamed, type Unit } from '#shared/units/units.ts';
import { aUnit, month } from '#test/shared/samples.ts';

const units = [aUnit('h'), aUnit('h.a'), aUnit('h.a.x'), aUnit('h.b'), aUnit('h.b.y')];
const year = monthsBetween(month('2021-01'), month('2021-12'));
const reached = (after: readonly Unit[]) => changedMonths(units, after, year).map(({ month }) => month);
const changed = (id: string, change: (unit: Unit) => Unit) =>
  units.map((unit) => (unit.id === id ? change(unit) : unit));
const from = (first: string) => monthsBetween(month(first), month('2021-12'));
const name = { name: 'Mới', kind: 'Chi bộ thôn' };

describe('a change of the directory counts in the months', () => {
  it.each<[string, readonly Unit[], readonly string[]]>([
    ['from which a cell stands', [...units, aUnit('h.a.z', { from: month('2021-10') })], from('2021-10')],
    ['after a cell has ended', changed('h.a.x', (unit) => ({ ...unit, to: month('2021-09') })), from('2021-10')],
    ['from which a name is valid', changed('h.a.x', (unit) => renamed(unit, name, month('2021-06'))), from('2021-06')],
    ['of its whole life for a corrected name', changed('h.a.x', (unit) => renamed(unit, name, unit.from)), year],
    [
      'from which the district judges otherwise',
      changed('h', (unit) => ({ ...unit, choices: [{ from: month('2021-11'), settings: { thematicsAQuarter: 0 } }] })),
      from('2021-11'),
    ],
    ['of none, for a cell that never stood in the span', [...units, aUnit('h.a.z', { to: month('2020-12') })], []],
    [
      'of none, for an earlier beginning before them',
      changed('h.a.x', (unit) => ({ ...unit, from: month('2020-01') })),
      [],
    ],
    ['of none, for what comes later', changed('h.b', (unit) => renamed(unit, name, month('2022-01'))), []],
  ])('%s', (_, after, months) => {
    expect(reached(after)).toEqual(months);
  });

  it('names the communes, or the district, whose scorecards it changes', () => {
    const after = changed('h.a.x', (unit) => ({ ...unit, to: month('2021-11') }));
    expect(changedMonths(units, after, year)).toEqual([{ month: '2021-12', units: ['h.a'] }]);
  });
});

describe('how scorecards name a directory', () => {
  const inputs = (groups: Parameters<typeof directoryIn>[2], of = month('2021-02'), all = units) =>
    directoryInputs(of, directoryIn(of, all, groups));
  const group = { number: 1, name: 'Tổ công tác số 1', communes: ['h.a'] };

  it('has a line for each commune and one for the district', () => {
    expect(inputs([]).map((input) => input.split(' ')[0])).toEqual([
      'h.a_2021-02_units',
      'h.b_2021-02_units',
      'h_2021-02_district',
    ]);
  });

  it('says nothing of a group’s members, nor of a group without communes: neither has a month', () => {
    const members = [{ post: 'Trưởng Ban Tổ chức' }];
    expect(
      inputs([
        { ...group, members },
        { number: 2, name: 'Tổ 2', communes: [] },
      ]),
    ).toEqual(inputs([group]));
    expect(inputs([{ ...group, communes: ['h.b'] }])).not.toEqual(inputs([group]));
  });

  it('does not depend on the order of units, nor on what is entered for other months', () => {
    const later = fc.integer({ min: 1, max: 20 }).map((n) => addMonths(month('2021-02'), n));
    fc.assert(
      fc.property(later, later, fc.boolean(), (begin, end, backwards) => {
        const all = [
          ...units.map((unit) => (unit.id === 'h.b.y' ? renamed({ ...unit, to: end }, name, begin) : unit)),
          aUnit('h.a.new', { from: begin }),
          aUnit('h.a.old', { to: month('2021-01') }),
        ];
        expect(inputs([group], month('2021-02'), backwards ? all.reverse() : all)).toEqual(inputs([group]));
      }),
    );
  });
});
