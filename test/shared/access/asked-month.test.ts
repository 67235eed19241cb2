import { expect, it } from 'vitest';
import { askedMonth } from '#shared/access/asked-month.ts';
import type { RouteKey } from '#shared/access/routes.ts';

const nothing = { params: {}, query: {}, body: {} };

it.each<[RouteKey, Partial<typeof nothing>, string | undefined]>([
  ['GET /months/{month}', { params: { month: '2021-02' } }, '2021-02'],
  ['GET /scorecards/{unit}/{month}', { params: { month: '2021-02.csv' } }, '2021-02'],
  ['GET /scorecards/{unit}/{month}', { params: { month: '2021-Q1' } }, '2021-03'],
  ['GET /reports/{id}', { params: { id: 'h.a.b_2021-02-03_regular' } }, '2021-02'],
  ['GET /visits/{id}', { params: { id: 'h.a.b_2021-02-03_visit-3' } }, '2021-02'],
  ['GET /visits/new', { query: { visit: 'h.a.b_2021-02-03_visit-3' } }, '2021-02'],
  ['POST /visits', { body: { action: 'plan', date: '3/2/2021' } }, '2021-02'],
  ['POST /visits', { body: { action: 'drop', visit: 'h.a.b_2021-02-03_visit-3', date: '03/05/2021' } }, '2021-02'],
  ['GET /officers', { query: { month: '2021-02' } }, '2021-02'],
  ['GET /guidance', { query: { month: '2021-02' } }, '2021-02'],
  ['GET /guidance/files/{file}', { params: { file: '2021-02_all_abc' } }, '2021-02'],
  ['GET /visits', {}, undefined],
  ['POST /visits', { body: { date: 'mai' } }, undefined],
  ['GET /reports/{id}', { params: { id: 'h.a.b' } }, undefined],
])('%s %j is about %s', (route, named, month) => {
  expect(askedMonth(route, { ...nothing, ...named })).toBe(month);
});

it('a month that a route does not read opens nothing', () => {
  const query = { month: '2021-02', visit: 'h.a.b_2021-02-03_visit-3' };
  for (const route of ['GET /matters', 'GET /matters/{id}', 'GET /reports/{id}', 'GET /scorecards/{unit}'] as const) {
    expect(askedMonth(route, { ...nothing, query })).toBeUndefined();
  }
});
