import { expect, it } from 'vitest';
import { countVisits } from '#shared/scorecards/count-visits.ts';
import { mergeAll } from '#shared/scorecards/tally.ts';
import { aUnit } from '#test/shared/samples.ts';

const commune = 'hiep-hoa.thanh-van';
const [binh, an, elsewhere] = [`${commune}.binh`, `${commune}.an`, 'hiep-hoa.thang.mot'] as const;
const directory = {
  cells: [binh, an, elsewhere].map((id) => aUnit(id)),
  groups: [{ number: 1, name: 'Tổ công tác số 1', communes: [commune] }],
};
const count = (...visits: Parameters<typeof countVisits>[1]) =>
  mergeAll(countVisits(directory, visits).map(({ tally }) => tally));

it('two visits to one of two cells are two done, and one of two cells covered', () => {
  const done = { unit: binh, state: 'done' } as const;
  expect(count(done, done)).toEqual({ visitsPlanned: 2, visitsDone: 2, groupCells: 2, cellsCovered: 1 });
});

it('a dropped visit counts nowhere, a planned one covers nothing, and a committee’s meeting covers no cell', () => {
  const visits = [
    { unit: binh, state: 'dropped' },
    { unit: an, state: 'planned' },
    { unit: commune, state: 'done' },
  ] as const;
  expect(count(...visits)).toEqual({ visitsPlanned: 2, visitsDone: 1, groupCells: 2 });
});

it('counts each visit for the unit that was visited', () => {
  const [visit] = countVisits(directory, [{ unit: commune, state: 'done' }]);
  expect(visit).toEqual({ unit: commune, tally: { visitsPlanned: 1, visitsDone: 1 } });
});

it('where no group answers there is no base, and not 0 of so many', () => {
  expect(countVisits({ ...directory, groups: [] }, [])).toEqual([]);
});
