import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accessOf, can, holds, isBoardOf, type Viewer } from '#shared/access/can.ts';
import { type Permission, type RouteKey, routes } from '#shared/access/routes.ts';
import { month } from '#test/shared/samples.ts';

const viewer = (role: Viewer['role'], ...scope: string[]): Viewer => ({
  user: 'x',
  role,
  unit: scope[0] ?? 'hiep-hoa',
  scope,
});
const permissions: Permission[] = ['see', 'submit', 'review', 'administer'];

describe.each([
  [viewer('cell', 'hiep-hoa.thanh-van.thanh-binh'), ['see', 'submit']],
  [viewer('commune', 'hiep-hoa.thanh-van'), ['see', 'submit', 'review']],
  [viewer('group', 'hiep-hoa.chau-minh', 'hiep-hoa.thanh-van'), ['see', 'review']],
  [viewer('district', 'hiep-hoa'), ['see', 'submit', 'review', 'administer']],
] as const)('$role', (who, allowed) => {
  it(`may ${allowed.join(', ')} in its own subtree`, () => {
    expect(permissions.filter((permission) => can(who, permission, 'hiep-hoa.thanh-van.thanh-binh'))).toEqual(allowed);
  });

  it.each(['chau-minh', 'hiep', 'hiep-hoa-2', 'hiep-hoa-2.thanh-van.thanh-binh', ''])('may nothing in %j', (unit) => {
    expect(permissions.filter((permission) => can(who, permission, unit))).toEqual([]);
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
  expect(can(viewer('commune', 'hiep-hoa.thanh-van'), 'see', unit)).toBe(sees);
});

it('a working group sees its communes and not the district that it stands in', () => {
  const group = viewer('group', 'hiep-hoa.thanh-van', 'hiep-hoa.chau-minh');
  const units = ['hiep-hoa.thanh-van', 'hiep-hoa.chau-minh.a', 'hiep-hoa.thai-son', 'hiep-hoa'];
  expect(units.map((unit) => can(group, 'see', unit))).toEqual([true, true, false, false]);
  expect(can(viewer('group'), 'see', 'hiep-hoa.thanh-van')).toBe(false);
});

describe('after a reform', () => {
  const past = { level: 'commune', from: month('2019-03'), to: month('2025-06') } as const;
  const forebears = [
    { ...past, id: 'hiep-hoa.thai-son', open: true },
    { ...past, id: 'hiep-hoa.hung-son', open: false },
  ];
  const heir = { ...viewer('commune', 'hiep-hoa.hop-thinh'), forebears };

  it.each([
    ['hiep-hoa.thai-son', '2025-06', true],
    ['hiep-hoa.thai-son', '2025-07', false], // it does not stand any more
    ['hiep-hoa.thai-son', '2019-02', false],
    ['hiep-hoa.thai-son', undefined, true],
    ['hiep-hoa.thai-son.a', '2025-06', false], // each cell is named for itself
    ['hiep-hoa.hung-son', '2025-06', true],
    ['hiep-hoa.other', '2025-06', false],
  ])('the months of %s in %s are the heir’s to finish: %s', (unit, of, may) => {
    for (const permission of ['see', 'submit', 'review'] as const) {
      expect(can(heir, permission, unit, of === undefined ? of : month(of))).toBe(may);
    }
  });

  it('what is open at a unit waits for one heir alone', () => {
    const units = ['hiep-hoa.thai-son', 'hiep-hoa.hung-son', 'hiep-hoa.hop-thinh.a', 'hiep-hoa.other'];
    expect(units.map((unit) => holds(heir, unit))).toEqual([true, false, true, false]);
  });

  it('who took over from another root is not the board of its past', () => {
    const board = { ...viewer('district', 'hop-thinh'), unit: 'hop-thinh', forebears };
    expect(can(board, 'submit', 'hiep-hoa.thai-son', month('2025-06'))).toBe(true);
    expect(can(board, 'administer', 'hiep-hoa.thai-son', month('2025-06'))).toBe(false);
    expect([isBoardOf(board, 'hiep-hoa.thai-son'), isBoardOf(board, 'hop-thinh.a')]).toEqual([false, true]);
  });
});

describe('the table of routes and roles in the README', () => {
  const roles = ['cell', 'commune', 'group', 'district'] as const;
  const scopes = { cell: 'itself', commune: 'itself and its cells', group: 'its communes', district: 'all' };
  const expected = (Object.keys(routes) as RouteKey[]).map((route) => {
    const words = roles.map((role) => ({ closed: '—', open: 'open', session: 'session', scope: scopes[role] }));
    const reaches = roles.map((role, at) => words[at]?.[accessOf(role, route)]);
    return [`\`${route}\``, routes[route].permission, ...reaches];
  });

  it('says what the code says, line by line', () => {
    const lines = readFileSync('shared/README.md', 'utf8').split('\n');
    const table = lines
      .filter((line) => /^\| `(GET|POST) /.test(line))
      .map((line) =>
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      );
    expect(table).toEqual(expected);
  });
});

it('a route of a role that lacks the permission is closed to it', () => {
  expect(accessOf('group', 'POST /reports')).toBe('closed');
  expect(accessOf('cell', 'GET /months/{month}/grid')).toBe('closed');
  expect(accessOf('cell', 'GET /health')).toBe('open');
  expect(accessOf('cell', 'GET /receipts')).toBe('session');
  expect(accessOf('group', 'GET /months/{month}')).toBe('scope');
});
