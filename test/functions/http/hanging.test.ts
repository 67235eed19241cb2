import { once } from 'node:events';
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { reportStore } from '#functions/store/report-store.ts';
import { unitItems } from '#functions/store/unit-store.ts';
import { type Role, type RoutedFunction, type RouteKey, routes } from '#shared/access/routes.ts';
import { monthAt } from '#shared/period.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { cookieOf, csrf, deploy, eventOf, type Handler, startSession } from '#test/functions/deployed.ts';
import { resourcesOf, template } from '#test/infra/synthesized.ts';
import { aUnit, entered } from '#test/shared/samples.ts';
import { meeting } from '#test/system/meeting.ts';

const database = onDynalite();
const cell = 'hiep-hoa.thanh-van.thanh-binh';
const typed = 'Đồng chí đã nhập câu này, đừng để mất';
/**
 * Whether anything answers, sessions alone do, or the tables do: each time just before nobody would wait any longer, or
 * at once but where something of one cell is written, which fails or gets no answer.
 */
let answers: 'nothing' | 'sessions' | 'slowly' | 'but-one-hangs' | 'but-one-fails' = 'nothing';

const handlers: Partial<Record<RoutedFunction, Handler>> = {};
const server = createServer(async (asked, response) => {
  const target = String(asked.headers['x-amz-target']);
  if (answers.startsWith('but-one')) return answerAllButOne(asked, response);
  // What is not answered is accepted all the same.
  if (!(answers === 'slowly' ? /^DynamoDB_/ : /\.BatchGetItem$/).test(target) || answers === 'nothing') return;
  const body = Buffer.concat(await asked.toArray());
  // The unit that a form names is read together with its session.
  if (answers === 'sessions' && !/"sk":\{"S":"[0-9a-f]{64}"/.test(body.toString())) return;
  if (answers === 'slowly') await setTimeout(1800);
  // Who asked may have given up meanwhile: half a request would wait at the database until that hangs up.
  if (response.destroyed) return;
  const { hostname, port } = new URL(database().endpoint);
  const { method, headers } = asked;
  const passed = forward({ hostname, port, method, headers }, (answer) => answer.pipe(response));
  passed.on('error', () => response.destroy());
  response.on('close', () => passed.destroy());
  passed.end(body);
});

const unlucky = 'hiep-hoa.thanh-van.thanh-an';
const lucky = { 'but-one-fails': 'hiep-hoa.thanh-van.dong', 'but-one-hangs': 'hiep-hoa.thanh-van.doai' };

async function answerAllButOne(asked: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = Buffer.concat(await asked.toArray());
  const isWrite = /(Put|Update|Transact)/.test(String(asked.headers['x-amz-target']));
  if (isWrite && body.includes(`${unlucky}_`)) {
    if (answers === 'but-one-fails') response.writeHead(500).end('{}');
    return;
  }
  const { hostname, port } = new URL(database().endpoint);
  const { method, headers } = asked;
  forward({ hostname, port, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  }).end(body);
}

const units: Readonly<Record<Role, string>> = {
  cell,
  commune: 'hiep-hoa.thanh-van',
  group: 'hiep-hoa',
  district: 'hiep-hoa',
};
const userOf = (role: Role) => `${role}-somebody`;

/** The functions as they are deployed, where everything accepts what it is asked and answers nothing. */
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const hanging = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { db, cells } = database();
  deploy(database(), hanging);
  handlers.web = (await import('#functions/web/handler.ts')).handler as Handler;
  handlers.directory = (await import('#functions/directory/handler.ts')).handler as Handler;
  handlers.prepare = (await import('#functions/prepare/handler.ts')).handler as Handler;
  handlers.guidance = (await import('#functions/guidance/handler.ts')).handler as Handler;
  handlers.steering = (await import('#functions/steering/handler.ts')).handler as Handler;
  for (const [role, unit] of Object.entries(units) as [Role, string][]) {
    await startSession(database(), userOf(role), role, unit);
  }
  const known = unitItems(
    [...new Set([...Object.values(units), unlucky, ...Object.values(lucky)])].map((id) => aUnit(id)),
    entered,
  );
  await Promise.all(known.map((Item) => db.send(new PutCommand({ TableName: cells, Item }))));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** How long the template lets a function run, in ms. */
function timeOf(name: RoutedFunction): number {
  const functions = resourcesOf<{ Timeout: number }>(template, 'AWS::Lambda::Function');
  const [, { Properties } = { Properties: { Timeout: Number.NaN } }] =
    Object.entries(functions).find(([id]) => id.startsWith(`Functions${name}`)) ?? [];
  return Properties.Timeout * 1000;
}

const params = { id: `${cell}_2026-11-03_regular`, month: monthAt(new Date().toISOString()), unit: cell };

async function post(
  route: RouteKey,
  fields: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>> = {},
) {
  const { function: name, roles } = routes[route];
  const role = roles === 'everyone' ? 'district' : (roles[0] as Role);
  const id = route.includes('matters') ? `${params.id}_1` : params.id;
  const known: Record<string, string> = { ...params, id, user: 'thang', file: 'a-file' };
  const pathParameters: Record<string, string> = {};
  const rawPath = route.slice('POST '.length).replace(/\{(\w+)\}/g, (_, each: string) => {
    pathParameters[each] = known[each] ?? '';
    return pathParameters[each];
  });
  const event = eventOf({
    ...{ route, path: rawPath, params: pathParameters, query },
    ...{ cookies: [cookieOf(userOf(role))], fields: { csrf, ...fields } },
  });
  const begun = Date.now();
  const time = timeOf(name);
  const left = () => time - (Date.now() - begun);
  const answer = await handlers[name]?.(event, { getRemainingTimeInMillis: left } as Context);
  return { status: answer?.statusCode, headers: answer?.headers ?? {}, body: answer?.body ?? '', leftMs: left() };
}

/** Every form of whoever is signed in. */
const forms = (Object.keys(routes) as RouteKey[]).filter(
  (route) => route.startsWith('POST ') && routes[route].roles !== 'everyone' && routes[route].function !== 'scorecards',
);

/** Forms as they are filled in, so that they come to where something is asked of the tables. */
const filled: Partial<Record<RouteKey, Readonly<Record<string, string>>>> = {
  'POST /reports': { ...meeting(cell), baseRevision: '0', resolutionText: typed },
  'POST /reports/{id}': { action: 'return', baseRevision: '1', reason: typed },
  'POST /matters/{id}': { step: 'settle', seen: '1', answer: typed },
  'POST /visits': { action: 'report', baseRevision: '0', unit: cell, date: '03/11/2026', member: 'A', seen: typed },
  'POST /months/{month}/grid': { unit: 'hiep-hoa.thanh-van', 'rows[0].cell': cell, 'rows[0].present': typed },
};

describe.each(['nothing', 'sessions'] as const)('where %s of all services answers', (which) => {
  it('every form comes back within the function’s time, with what was typed and a button to send it again', async () => {
    answers = which;
    const results = await Promise.all(
      forms.map(async (route) => ({ route, ...(await post(route, filled[route] ?? { note: typed })) })),
    );
    const wrong = results.filter(({ status = 0, headers, body, leftMs }) => {
      const isPage = /^<!doctype html>/i.test(body) && String(headers['content-type']).startsWith('text/html');
      const keeps = body.includes(typed) && /<form[^>]* method="post".*<button/s.test(body);
      return leftMs < 1000 || (status >= 500 ? !(isPage && status === 503 && keeps) : status === 200);
    });
    expect(wrong.map(({ route, status, leftMs, body }) => [route, status, leftMs, body.slice(0, 200)])).toEqual([]);
    // Without a session nothing else is asked: each of them is an outage.
    if (which === 'nothing') expect(new Set(results.map(({ status }) => status))).toEqual(new Set([503]));
    for (const route of Object.keys(filled)) {
      expect(results.find((each) => each.route === route)?.status, route).toBe(503);
    }
  });

  it('a sign-in keeps the form that it carries on', async () => {
    answers = which;
    const carriedBody = new URLSearchParams({ csrf: 'x', resolutionText: typed }).toString();
    const steps: RouteKey[] = ['POST /login', 'POST /login/code', 'POST /login/set-up', 'POST /password'];
    const carried = {
      carriedPath: '/reports',
      carriedBody,
      user: 'thang',
      password: 'Chi-bo-2026',
      pending: 'a',
      code: '1',
    };
    const results = await Promise.all(steps.map((route) => post(route, carried)));
    for (const { status, body, leftMs } of results) {
      expect(status).toBe(503);
      expect(leftMs).toBeGreaterThan(1000);
      expect(body).toContain(`value="${carriedBody.replaceAll('&', '&amp;')}"`);
    }
  });
});

it('where every call takes its time, a report comes back before the function’s is over', async () => {
  answers = 'slowly';
  const { status, body, leftMs } = await post('POST /reports', filled['POST /reports'] ?? {});
  expect(leftMs).toBeGreaterThan(1000);
  expect(status).toBe(503);
  expect(body).toContain(typed);
  expect(body).toMatch(/<button[^>]*>Gửi lại</);
});

describe.each(['but-one-fails', 'but-one-hangs'] as const)('where the store of one report of a file: %s', (which) => {
  it('the others are stored, and that one is named and comes back as it was typed', async () => {
    answers = which;
    const rows = [unlucky, lucky[which]].map((unit, at) => {
      const { cell: _, ...own } = meeting(unit, { focus: typed });
      return { row: String(at + 5), said: unit, cell: unit, from: {}, typed: own, understood: [], remarks: [] };
    });
    const list = Buffer.from(JSON.stringify(rows)).toString('base64url');
    const { status, body, leftMs } = await post('POST /reports/import', { list }, { month: params.month });
    expect(leftMs).toBeGreaterThan(1000);
    expect(status).toBe(503);
    expect(body).toContain('1 báo cáo chưa lưu được do hệ thống gián đoạn');
    expect(body).toContain('Đã gửi 1 báo cáo');
    const [, carried = ''] = /name="list" value="([^"]*)"/.exec(body) ?? [];
    expect(JSON.parse(Buffer.from(carried, 'base64url').toString())).toEqual(rows.slice(0, 1));

    const { db, meetings } = database();
    const stored = await reportStore(db, meetings).newestOfMonth(units.commune, params.month);
    const cells = stored.map(({ report }) => report.cell);
    expect(cells).toContain(lucky[which]);
    expect(cells).not.toContain(unlucky);
  });
});
