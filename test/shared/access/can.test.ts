import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accessOf, can, type Viewer } from '#shared/access/can.ts';
import { type Permission, type RouteKey, routes } from '#shared/access/routes.ts';

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
