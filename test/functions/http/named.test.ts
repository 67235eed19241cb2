import { describe, expect, it } from 'vitest';
import { namedMatter, namedReport, namedUnit, namedVisit, openedUnit, ownVisit } from '#functions/http/named.ts';
import { viewerIn } from '#shared/visits/viewer-in.ts';
import { month } from '#test/shared/samples.ts';

/** Group 3 of a district had another commune until January; group 3 of another district has one of the same slug. */
const assignments = [
  { commune: 'hiep-hoa.thanh-van', group: 3, from: month('2019-03') },
  { commune: 'hiep-hoa.thai-son', group: 3, from: month('2019-03'), to: month('2021-01') },
  { commune: 'hiep-hoa.thai-son', group: 4, from: month('2021-02') },
];
const session = { user: 'group3', role: 'group', unit: 'hiep-hoa', group: 3 } as const;
const group = viewerIn(month('2021-02'), session, { groups: [], assignments });

describe('what a working group names', () => {
  it.each([
    ['hiep-hoa.thanh-van_2021-02-03_visit-3', true, true],
    ['hiep-hoa.thanh-van_2021-02-03_visit-4', true, false], // another group's
    ['tan-yen.thanh-van_2021-02-03_visit-3', false, false], // the same number, elsewhere
    ['hiep-hoa.thai-son_2021-01-03_visit-3', true, true], // its own then
    ['hiep-hoa.thai-son_2021-02-03_visit-3', false, false], // not any more
    ['hiep-hoa.thanh-van-2_2021-02-03_visit-3', false, false],
    ['hiep-hoa_2021-02-03_visit-3', false, false],
    ['hiep-hoa.thanh-van_2021-02-30_visit-3', false, false],
    ['', false, false],
    [undefined, false, false],
  ])('%s: seen %s, own %s', (typed, seen, own) => {
    expect(namedVisit(group, 'see', typed) !== undefined).toBe(seen);
    expect(ownVisit(group, typed) !== undefined).toBe(own);
  });

  it.each([
    ['hiep-hoa.thanh-van.thanh-binh_2021-02-03_regular', true],
    ['hiep-hoa.thai-son.thai-tho_2021-01-03_regular', true],
    ['hiep-hoa.thai-son.thai-tho_2021-02-03_regular', false],
    ['tan-yen.thanh-van.thanh-binh_2021-02-03_regular', false],
  ])('the report %s: %s', (typed, named) => {
    expect(namedReport(group, 'see', typed)?.id).toBe(named ? typed : undefined);
    expect(namedReport(group, 'submit', typed)).toBeUndefined();
  });

  it('a matter waits until it is settled: it is of the group that has the commune now', () => {
    const matter = 'hiep-hoa.thai-son.thai-tho_2021-01-03_regular_1';
    expect(namedMatter(group, matter)).toBeUndefined();
    expect(namedMatter({ ...group, group: 4, scope: ['hiep-hoa.thai-son'] }, matter)).toBe(matter);
    expect(namedMatter(group, 'hiep-hoa.thanh-van_2021-01-03_visit-3_1')).toBeDefined();
    expect(namedMatter(group, 'tan-yen.thanh-van_2021-01-03_visit-3_1')).toBeUndefined();
  });

  it('its district’s page is one that it opens, and no unit at which it may do anything', () => {
    expect([openedUnit(group), openedUnit(group, 'hiep-hoa')]).toEqual(['hiep-hoa', 'hiep-hoa']);
    expect(namedUnit(group, 'see', 'hiep-hoa')).toBeUndefined();
    expect(openedUnit(group, 'tan-yen')).toBeUndefined();
    expect(openedUnit(group, 'hiep-hoa.thai-son')).toBeUndefined();
    expect(namedUnit(group, 'see', 'hiep-hoa.thai-son', month('2021-01'))).toBe('hiep-hoa.thai-son');
  });
});

it('everybody else sees the own unit in every month', () => {
  const commune = viewerIn(month('2021-02'), { user: 'x', role: 'commune', unit: 'hiep-hoa.thai-son' }, undefined);
  expect(namedUnit(commune, 'submit', 'hiep-hoa.thai-son.thai-tho', month('2019-01'))).toBeDefined();
  expect(ownVisit(commune, 'hiep-hoa.thai-son_2021-02-03_visit-3')).toBeUndefined();
});
