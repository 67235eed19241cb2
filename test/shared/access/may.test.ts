import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { may, reachOf, type Viewer } from '#shared/access/may.ts';
import { type Deed, type RouteKey, routes } from '#shared/access/routes.ts';

const viewer = (role: Viewer['role'], ...scope: string[]): Viewer => ({
  user: 'x',
  role,
  unit: scope[0] ?? 'hiep-hoa',
  scope,
});
const deeds: Deed[] = ['see', 'submit', 'review', 'administer'];

describe.each([
  [viewer('cell', 'hiep-hoa.thanh-van.thanh-binh'), ['see', 'submit']],
  [viewer('commune', 'hiep-hoa.thanh-van'), ['see', 'submit', 'review']],
  [viewer('group', 'hiep-hoa.chau-minh', 'hiep-hoa.thanh-van'), ['see', 'review']],
  [viewer('district', 'hiep-hoa'), ['see', 'submit', 'review', 'administer']],
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

describe('the table of routes and roles in the README', () => {
  const roles = ['cell', 'commune', 'group', 'district'] as const;
  const scopes = { cell: 'itself', commune: 'itself and its cells', group: 'its communes', district: 'all' };
  const expected = (Object.keys(routes) as RouteKey[]).map((route) => {
    const words = roles.map((role) => ({ closed: '—', open: 'open', session: 'session', scope: scopes[role] }));
    const reaches = roles.map((role, at) => words[at]?.[reachOf(role, route)]);
    return [`\`${route}\``, routes[route].deed, ...reaches];
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

it('a route of a role that lacks the deed is closed to it', () => {
  expect(reachOf('group', 'POST /reports')).toBe('closed');
  expect(reachOf('cell', 'GET /months/{month}/grid')).toBe('closed');
  expect(reachOf('cell', 'GET /health')).toBe('open');
  expect(reachOf('cell', 'GET /receipts')).toBe('session');
  expect(reachOf('group', 'GET /months/{month}')).toBe('scope');
});
