import { describe, expect, it } from 'vitest';
import { type Deed, may, type Viewer } from '#shared/may.ts';

const viewer = (role: Viewer['role'], ...scope: string[]): Viewer => ({
  user: 'x',
  role,
  unit: scope[0] ?? 'hiep-hoa',
  scope,
});
const deeds: Deed[] = ['see', 'submit', 'review'];

describe.each([
  [viewer('cell', 'hiep-hoa.thanh-van.thanh-binh'), ['see', 'submit']],
  [viewer('commune', 'hiep-hoa.thanh-van'), ['see', 'submit', 'review']],
  [viewer('group', 'hiep-hoa.chau-minh', 'hiep-hoa.thanh-van'), ['see', 'review']],
  [viewer('district', 'hiep-hoa'), ['see', 'submit', 'review']],
] as const)('$role', (who, allowed) => {
  it(`may ${allowed.join(', ')} in its own subtree`, () => {
    expect(deeds.filter((deed) => may(who, deed, 'hiep-hoa.thanh-van.thanh-binh'))).toEqual(allowed);
  });

  it.each(['chau-minh', 'hiep', 'hiep-hoa-2', 'hiep-hoa-2.thanh-van.thanh-binh', ''])('may nothing in %j', (unit) => {
    expect(deeds.filter((deed) => may(who, deed, unit))).toEqual([]);
  });
});

it.each([
  ['hiep-hoa.thanh-van', true],
  ['hiep-hoa.thanh-van.thanh-binh', true],
  ['hiep-hoa.thanh-van-2', false], // begins alike, is another commune
  ['hiep-hoa.thanh-van-2.thanh-binh', false],
  ['hiep-hoa.thanh', false],
  ['hiep-hoa', false], // above
])('the commune thanh-van sees %s: %s', (unit, sees) => {
  expect(may(viewer('commune', 'hiep-hoa.thanh-van'), 'see', unit)).toBe(sees);
});

it('a working group sees its communes and not the district that it stands in', () => {
  const group = viewer('group', 'hiep-hoa.thanh-van', 'hiep-hoa.chau-minh');
  const units = ['hiep-hoa.thanh-van', 'hiep-hoa.chau-minh.a', 'hiep-hoa.thai-son', 'hiep-hoa'];
  expect(units.map((unit) => may(group, 'see', unit))).toEqual([true, true, false, false]);
  expect(may(viewer('group'), 'see', 'hiep-hoa.thanh-van')).toBe(false);
});
