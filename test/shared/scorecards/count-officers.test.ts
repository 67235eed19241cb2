import { expect, it } from 'vitest';
import { countOfficers } from '#shared/scorecards/count-officers.ts';
import { mergeAll } from '#shared/scorecards/tally.ts';
import { aUnit, current, day, month } from '#test/shared/samples.ts';

const commune = 'hiep-hoa.thanh-van';
const cells = ['binh', 'an', 'dong'].map((name) => aUnit(`${commune}.${name}`));
const [binh, an] = cells.map(({ id }) => id) as [string, string];
const entered = {
  revision: 1,
  by: { user: 'thanh-van', role: 'commune', unit: commune },
  at: '2021-02-01T02:00:00.000Z',
} as const;
const list = { commune, members: ['Bí thư'], charges: { [binh]: 'Bí thư', [an]: 'Bí thư' }, ...entered };

function count(reports: Parameters<typeof current>[0][], lists = [list], held = {}) {
  const record = { commune, month: month('2021-02'), cells: held, ...entered };
  const reported = cells.map((cell) => ({
    cell,
    reports: reports.filter((report) => report?.cell === cell.id).map((report) => current(report)),
  }));
  const byCommune = new Map(lists.map((each) => [each.commune, each]));
  return mergeAll(countOfficers(reported, byCommune, new Map([[commune, record]])).map(({ tally }) => tally));
}

it('of three cells two are in charge of a member; what neither side has told is no base', () => {
  expect(count([])).toEqual({ chargeListed: 3, inCharge: 2 });
});

it('goes by the report, and before that by the days that the commune recorded', () => {
  const told = { orientedKnown: 2, oriented: 1, attendedKnown: 2, attended: 1 };
  const reports = [
    { cell: binh, oriented: 'yes', attendedBy: 'both' } as const,
    { cell: an, oriented: 'no', attendedBy: 'group' } as const,
  ];
  expect(count(reports)).toEqual({ chargeListed: 3, inCharge: 2, ...told });
  const held = { [an]: { orientedOn: day('2021-02-01'), attendedOn: day('2021-02-03') } };
  expect(count(reports, [list], held)).toMatchObject({ oriented: 2, attended: 2 });
});

it('a commune without a list has no base, and not 0 of so many', () => {
  expect(count([{ cell: binh, oriented: 'yes' }], [])).toEqual({});
});
