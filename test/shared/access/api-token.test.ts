import { describe, expect, it } from 'vitest';
import { type ApiToken, parseToken, sessionOf, spellToken, tokenCounts } from '#shared/access/api-token.ts';
import { can, seeingBefore, type Viewer } from '#shared/access/can.ts';
import {
  type Permission,
  type Role,
  type RouteKey,
  routes,
  type TokenScope,
  tokenScopeOf,
  tokenScopes,
} from '#shared/access/routes.ts';
import { viewerIn } from '#shared/visits/viewer-in.ts';
import { aUnit, month } from '#test/shared/samples.ts';

const scopes = Object.keys(tokenScopes) as TokenScope[];
const all = Object.keys(routes) as RouteKey[];
const token: ApiToken = {
  ...{ district: 'hiep-hoa', number: 7, revision: 1, name: 'x', digest: 'd', scopes, units: ['hiep-hoa.thanh-van'] },
  ...{ until: '2026-12-01T00:00:00.000Z', at: '2026-11-01T00:00:00.000Z' },
  by: { user: 'district', role: 'district', unit: 'hiep-hoa' },
};
const cell = 'hiep-hoa.thanh-van.thanh-binh';
const viewer = (each: ApiToken, route: RouteKey, named = cell): Viewer | undefined => {
  const session = sessionOf(each, route, named);
  return session && viewerIn(month('2026-11'), session, undefined);
};

describe('on every route', () => {
  it.each(scopes)('a token of %s is somebody where the route asks for that scope, and nobody elsewhere', (scope) => {
    const letIn = all.filter((route) => sessionOf({ ...token, scopes: [scope] }, route, cell));
    expect(letIn).toEqual(all.filter((route) => tokenScopeOf(route) === scope));
    expect(letIn.length).toBeGreaterThan(0);
  });

  it('a token without a scope is nobody', () => {
    expect(all.filter((route) => sessionOf({ ...token, scopes: [] }, route, cell))).toEqual([]);
  });

  it.each(all.filter((route) => tokenScopeOf(route)))('%s is open to the role as which the token comes', (route) => {
    const who = viewer(token, route);
    expect(routes[route].roles as readonly Role[]).toContain(who?.role);
    const { permission } = routes[route] as { readonly permission: Permission | 'none' };
    if (permission === 'none') return;
    for (const unit of ['hiep-hoa.thanh-van', cell]) expect(can(who as Viewer, permission, unit)).toBe(true);
    for (const unit of ['hiep-hoa', 'hiep-hoa.thanh-van-2', 'hiep-hoa.chau-minh', 'tan-yen.thanh-van', '']) {
      expect(can(who as Viewer, permission, unit), unit).toBe(false);
    }
  });

  it('none of them administers, decides on a report or changes a password', () => {
    const changing = all.filter((route) => tokenScopeOf(route) && route.startsWith('POST '));
    expect(changing).toEqual(['POST /reports']);
    expect(all.filter((route) => tokenScopeOf(route) && routes[route].permission === 'administer')).toEqual([]);
  });
});

describe('whoever writes by a token', () => {
  it('is the commune of the cell, among those that it names, and another one for another cell', () => {
    const two = { ...token, units: ['hiep-hoa.thanh-van', 'hiep-hoa.chau-minh'] };
    const as = (named: string) => sessionOf(two, 'POST /reports', named);
    expect(as('hiep-hoa.chau-minh.mot')).toEqual({ user: 'hiep-hoa#7', role: 'commune', unit: 'hiep-hoa.chau-minh' });
    expect(as(cell)?.unit).toBe('hiep-hoa.thanh-van');
    const stranger = viewer(two, 'POST /reports', 'hiep-hoa.thai-son.mot') as Viewer;
    expect(can(stranger, 'submit', 'hiep-hoa.thai-son.mot')).toBe(false);
  });
});

describe('after a reform', () => {
  const ended = aUnit('hiep-hoa.thanh-van', { level: 'commune', to: month('2025-06') });
  const heir = aUnit('hiep-hoa.hop-thinh', {
    level: 'commune',
    from: month('2025-07'),
    predecessors: ['hiep-hoa.thanh-van', 'hiep-hoa.chau-minh'],
  });
  const before = aUnit('hiep-hoa.chau-minh', { level: 'commune', to: month('2025-06') });
  const seeing = (units: readonly string[]) =>
    seeingBefore(
      viewer({ ...token, units }, 'GET /reports/{id}') as Viewer,
      [aUnit('hiep-hoa', { level: 'district' }), ended, before, heir],
      month('2026-11'),
    );

  it('a token of a unit that ended keeps its past, and does not grow by what it became', () => {
    const who = seeing(['hiep-hoa.thanh-van']);
    expect(can(who, 'see', 'hiep-hoa.thanh-van', month('2025-05'))).toBe(true);
    expect(can(who, 'see', 'hiep-hoa.hop-thinh', month('2026-10'))).toBe(false);
    expect(can(who, 'see', 'hiep-hoa.chau-minh', month('2025-05'))).toBe(false);
  });

  it('a token of the heir reads what came before it', () => {
    const who = seeing(['hiep-hoa.hop-thinh']);
    expect(can(who, 'see', 'hiep-hoa.chau-minh', month('2025-05'))).toBe(true);
    expect(can(who, 'see', 'hiep-hoa.chau-minh', month('2025-07'))).toBe(false);
  });
});

it('is spelled so that it is read again, and nothing else is', () => {
  const secret = 'aB3_-'.repeat(9).slice(0, 43);
  const sent = { district: 'hiep-hoa', number: 7, secret };
  expect(parseToken(spellToken(sent))).toEqual(sent);
  const wrong = ['', 'x', spellToken({ ...sent, number: 0 }), spellToken({ ...sent, secret: secret.slice(1) })];
  for (const each of [
    ...wrong,
    `${spellToken(sent)}x`,
    ` ${spellToken(sent)}`,
    spellToken({ ...sent, district: 'a.b' }),
  ]) {
    expect(parseToken(each), each).toBeUndefined();
  }
});

it.each([
  [{}, '2026-11-30T23:59:59.999Z', true],
  [{}, '2026-12-01T00:00:00.000Z', false],
  [{ revoked: true } as const, '2026-11-02T00:00:00.000Z', false],
])('%j at %s counts: %s', (changes, now, counts) => {
  expect(tokenCounts({ ...token, ...changes }, now)).toBe(counts);
});
