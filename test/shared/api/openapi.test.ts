import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type RouteKey, routes, tokenScopeOf } from '#shared/access/routes.ts';
import { answerSchemas } from '#shared/api/answer-schemas.ts';
import { examples } from '#shared/api/examples.ts';
import { openApi } from '#shared/api/openapi.ts';
import { operations } from '#shared/api/operations.ts';
import { pageSchemas } from '#shared/api/page-schemas.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { apiMismatches } from '#test/shared/api/api-mismatches.ts';

type Json = Readonly<Record<string, unknown>>;

const scorecard = JSON.parse(readFileSync('web/public/assets/scorecard.schema.json', 'utf8')) as Json;
const document = openApi(scorecard) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
};

it('has every route of the table, once, with its scope, and every path parameter', () => {
  const found = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const parameters = operation['parameters'] as { name: string; in: string }[];
      const named = parameters.filter((each) => each.in === 'path').map(({ name }) => `{${name}}`);
      expect(path.match(/\{\w+\}/g) ?? []).toEqual(named);
      return [`${method.toUpperCase()} ${path}`, operation['x-scope']];
    }),
  );
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries((Object.keys(routes) as RouteKey[]).map((route) => [route, tokenScopeOf(route)])),
  );
  const ids = Object.values(document.paths).flatMap((item) =>
    Object.values(item).map(({ operationId }) => operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

it('promises every route that lets a token in', () => {
  const routesOfTokens = (Object.keys(routes) as RouteKey[]).filter((route) => tokenScopeOf(route));
  expect(Object.keys(operations)).toEqual(expect.arrayContaining(routesOfTokens));
});

it('says what pages for people show in JSON, where it says so, and of nothing that is promised', () => {
  expect(Object.keys(pageSchemas).filter((route) => Object.hasOwn(operations, route))).toEqual([]);
  for (const [route, schema] of Object.entries(pageSchemas)) {
    const [method = '', path = ''] = route.split(' ');
    const operation = document.paths[path]?.[method.toLowerCase()] as {
      responses: Record<number, Json>;
      tags: string[];
    };
    expect(operation.tags, route).toEqual(['pages']);
    expect(operation.responses[200]?.['content'], route).toEqual({ 'application/json': { schema } });
  }
});

it('names no schema that it does not have', () => {
  const named = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(50);
  expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining([...new Set(named)]));
});

it('asks for every field of the table, in JSON and in forms', () => {
  const { ReportForm, ReportFields } = answerSchemas();
  const names = Object.keys(reportFields);
  expect(Object.keys(ReportForm?.['properties'] as object)).toEqual(expect.arrayContaining(names));
  const patterns = Object.keys(ReportFields?.['patternProperties'] as object).map((each) =>
    each.replace(/^\^(\w+).*/, '$1'),
  );
  expect([...Object.keys(ReportFields?.['properties'] as object), ...patterns]).toEqual(expect.arrayContaining(names));
});

describe('an example', () => {
  it.each(Object.entries(examples))('of %s is as its schema says', (name, example) => {
    expect(apiMismatches(example, name)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['ReportForm', { ...examples.ReportForm, guests: 3 }],
    ['ReportForm', { ...examples.ReportForm, present: undefined }],
    ['ReportFields', { ...examples.ReportFields, 'tasks[0].why': 'x' }],
    ['Receipt', { ...examples.Receipt, found: {} }],
    ['Changes', { ...examples.Changes, changes: [{ kind: 'visit' }] }],
    ['Problem', { title: 'x' }],
  ])('of %s is not, where it is wrong', (name, wrong) => {
    expect(apiMismatches(JSON.parse(JSON.stringify(wrong)), name)).not.toEqual([]);
  });
});
