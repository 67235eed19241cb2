import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchPath, type Path, pathTo, type RouteKey, routes } from '#shared/access/routes.ts';
import { codesOf, kinds } from '#shared/reports/choices.ts';
import { reportIdOf } from '#shared/reports/report.ts';
import { days, months, unitIds } from '#test/shared/samples.ts';

const values = {
  month: months,
  day: days,
  unit: unitIds,
  cell: unitIds,
  user: fc.stringMatching(/^[a-z0-9.-]{1,40}$/),
  file: fc.stringMatching(/^[\w-]{16,40}$/).map((number) => `2026-11_all_${number}`),
  training: fc.tuple(days, fc.integer({ min: 1, max: 99 })).map(([day, number]) => `${day}_${number}`),
  code: fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}$/),
  piece: fc.integer({ min: 1, max: 9999 }).map(String),
  id: fc.record({ cell: unitIds, date: days, kind: fc.constantFrom(...codesOf(kinds)) }).map(reportIdOf),
};

describe.each(Object.keys(routes) as RouteKey[])('%s', (route) => {
  const [method, path] = route.split(' ') as ['GET' | 'POST', Path];
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as keyof typeof values);
  const params = fc.record(Object.fromEntries(names.map((name) => [name, values[name]]))) as fc.Arbitrary<
    Record<string, string>
  >;

  it('is found by the address that leads to it, with the values it was made of', () => {
    fc.assert(
      fc.property(params, fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.string()), (given, query) => {
        const address = pathTo(path, given as never, query);
        expect(matchPath(method, address)).toEqual({ route, params: given });
        const { searchParams } = new URL(address, 'http://localhost');
        expect(Object.fromEntries(searchParams)).toEqual({ ...query });
      }),
    );
  });
});

describe('pathTo', () => {
  it.each([
    [pathTo('/months/{month}', { month: '2021-02' }, { unit: 'hiep-hoa' }), '/months/2021-02?unit=hiep-hoa'],
    [pathTo('/reports/{id}', { id: 'a/b?c' }), '/reports/a%2Fb%3Fc'],
    [
      pathTo('/login', {}, { next: '/months/2021-02?unit=a&x=1' }),
      '/login?next=%2Fmonths%2F2021-02%3Funit%3Da%26x%3D1',
    ],
  ])('%s', (address, expected) => {
    expect(address).toBe(expected);
  });
});

describe('matchPath', () => {
  it('takes a fixed part before a parameter', () => {
    expect(matchPath('GET', '/reports/new')?.route).toBe('GET /reports/new');
    expect(matchPath('GET', '/reports/new-2')?.route).toBe('GET /reports/{id}');
  });

  it.each([
    ['GET', '/reports'],
    ['POST', '/months/2021-02'],
    ['GET', '/months/2021-02/gird'],
    ['GET', '/months'],
    ['GET', '/login/'],
    ['GET', ''],
    ['GET', 'login'],
    ['GET', '/reports/%E0%A4%A'], // not UTF-8
  ] as const)('%s %s leads nowhere', (method, path) => {
    expect(matchPath(method, path)).toBeUndefined();
  });

  it('never throws, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom('GET' as const, 'POST' as const), fc.webPath(), fc.string(), (method, path, junk) => {
        for (const asked of [path, junk, `/reports/${junk}`]) expect(() => matchPath(method, asked)).not.toThrow();
      }),
    );
  });
});
