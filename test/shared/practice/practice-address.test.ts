import { describe, expect, it } from 'vitest';
import { matchPath, type RouteKey, routes } from '#shared/access/routes.ts';
import { practiceCell } from '#shared/practice/practice.ts';
import { practiceAddress } from '#shared/practice/practice-address.ts';

const report = `${practiceCell}_2026-11-03_regular`;

describe('while somebody practises, an address leads', () => {
  it.each([
    [`/prepare?cell=${practiceCell}&amp;month=2026-11`, `/practice/prepare?cell=${practiceCell}&amp;month=2026-11`],
    [`/prepare.pdf?cell=${practiceCell}`, `/practice/prepare.pdf?cell=${practiceCell}`],
    [`/reports/new?amend=${report}`, `/practice/reports/new?amend=${report}`],
    [`/reports/${report}?just=stored`, `/practice/reports/${report}?just=stored`],
    [`/reports/${report}/papers#minutes`, `/practice/reports/${report}/papers#minutes`],
    // A page of the made-up cell that practice has not leads back.
    [`/tasks?unit=${practiceCell}`, '/practice'],
    [`/matters/${report}_1`, '/practice'],
    [`/results/${practiceCell}`, '/practice'],
    [`/months/2026-11?unit=thang-tap.xa-tap`, '/practice'],
    // Real pages stay so, also those of a unit whose name begins alike.
    ['/prepare?cell=hiep-hoa.thanh-van.mot', '/prepare?cell=hiep-hoa.thanh-van.mot'],
    ['/prepare?cell=thang-tap-moi.xa.mot', '/prepare?cell=thang-tap-moi.xa.mot'],
    ['/library/34', '/library/34'],
    ['/guidance?month=2026-11', '/guidance?month=2026-11'],
    ['/practice', '/practice'],
    [`/practice/reports/${report}`, `/practice/reports/${report}`],
    ['/', '/'],
  ])('of a link %s to %s', (address, leads) => {
    expect(practiceAddress(address, 'GET')).toBe(leads);
  });

  it.each([
    ['/reports', '/practice/reports'],
    [`/reports/${report}`, `/practice/reports/${report}`],
    ['/prepare', '/practice/prepare'],
    ['/library/3/use', '/practice/library/3/use'],
    ['/logout', '/logout'],
  ])('of a form %s to %s', (address, leads) => {
    expect(practiceAddress(address, 'POST')).toBe(leads);
  });

  it('every route of practice but its own page is the twin of a real one of the same function', () => {
    const twins = (Object.keys(routes) as RouteKey[]).filter((route) => route.includes(' /practice/'));
    expect(twins.length).toBeGreaterThan(10);
    for (const twin of twins) {
      const real = twin.replace('/practice', '') as RouteKey;
      expect(routes[real]?.function, twin).toBe(routes[twin].function);
      const [method, path = ''] = twin.split(' ');
      expect(matchPath(method as 'GET' | 'POST', path.replace(/\{\w+\}/, report))?.route).toBe(twin);
    }
  });
});
