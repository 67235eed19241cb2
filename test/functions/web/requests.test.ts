import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MONTHS_OF_TASKS } from '#functions/reports/load-tasks.ts';
import { reportStore } from '#functions/store/report-store.ts';
import { unitItems } from '#functions/store/unit-store.ts';
import { matchPath, type RouteKey } from '#shared/access/routes.ts';
import { addDays, addMonths, type Day, dayAt, monthAt } from '#shared/period.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { cookieOf, csrf, deploy, eventOf, type Handler, startSession } from '#test/functions/deployed.ts';
import { aReport, aUnit, day, entered } from '#test/shared/samples.ts';
import { meeting } from '#test/system/meeting.ts';

const database = onDynalite();
const [district, commune, cell] = ['hiep-hoa', 'hiep-hoa.thanh-van', 'hiep-hoa.thanh-van.thanh-binh'];
const other = `${commune}.thanh-an`;
const cells = ['a', 'b', 'c', 'd'].map((name) => `${commune}.${name}`);
const month = monthAt(new Date().toISOString());

let handler: Handler;
/** What the function has asked of the tables since it was last looked at, by operation. */
let asked: string[] = [];

/** Passes on what is asked of the tables, and takes what is sent to the queue. */
const server = createServer(async (request, response) => {
  const target = String(request.headers['x-amz-target']);
  const body = Buffer.concat(await request.toArray());
  if (!target.startsWith('DynamoDB_')) {
    const { MessageBody } = JSON.parse(body.toString()) as { MessageBody: string };
    const MD5OfMessageBody = createHash('md5').update(MessageBody).digest('hex');
    response.writeHead(200).end(JSON.stringify({ MessageId: 'one', MD5OfMessageBody }));
    return;
  }
  asked.push(target.split('.')[1] ?? '');
  const { hostname, port } = new URL(database().endpoint);
  const { method, headers } = request;
  forward({ hostname, port, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  }).end(body);
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { db, cells, meetings } = database();
  deploy(database(), endpoint);
  handler = (await import('#functions/web/handler.ts')).handler as Handler;
  await startSession(database(), 'officer', 'commune', commune);
  const known = unitItems(
    [district, commune, cell, other, ...cells].map((id) => aUnit(id)),
    entered,
  );
  await Promise.all(known.map((Item) => db.send(new PutCommand({ TableName: cells, Item }))));
  const now = new Date().toISOString();
  // A meeting of last month gave a task, so that the form has words to look for.
  const date = day(`${addMonths(month, -1)}-20`);
  const report = aReport({ cell, date, tasks: [{ row: 1, what: 'Lập danh sách', who: 'Chi ủy', due: date }] });
  const by = { user: 'officer', role: 'commune', unit: commune } as const;
  await reportStore(db, meetings).append({ state: 'submitted', by, at: now, report }, 0);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  vi.unstubAllEnvs();
});

/** Most reports raise no concern. */
const reportOf = (of: string, on: Day, kind: string) =>
  Object.fromEntries(
    Object.entries(meeting(of, { date: on.split('-').reverse().join('/'), kind })).filter(
      ([name]) => !name.startsWith('matters'),
    ),
  );

async function answer(method: 'GET' | 'POST', path: string, body?: Readonly<Record<string, string>>) {
  const { pathname, searchParams } = new URL(path, 'http://here');
  const { route, params } = matchPath(method, path) as { route: RouteKey; params: Record<string, string> };
  const event = eventOf({
    ...{ route, path: pathname, params, query: Object.fromEntries(searchParams), cookies: [cookieOf('officer')] },
    ...{ headers: { accept: 'text/html' }, fields: body && { csrf, baseRevision: '0', ...body } },
  });
  asked = [];
  const { statusCode } = await handler(event, { getRemainingTimeInMillis: () => 15_000 } as Context);
  return { statusCode, requests: asked };
}

const show = (path: string) => answer('GET', path);
const send = (report: Readonly<Record<string, string>>) => answer('POST', '/reports', report);

/** How many of each operation there are. */
const counted = (requests: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(requests, (each) => each)].map(([name, all]) => [name, all.length]));

/**
 * What an officer's evening asks of the tables, by one environment that nobody else writes beside. Each bound is exact:
 * whoever lowers it says so here, and whoever raises it says why.
 */
describe('a commune’s officer asks of the tables', () => {
  const today = dayAt(new Date().toISOString());
  const id = `${cell}_${today}_extraordinary`;

  it('for a report that is sent at most 8 requests, with what it owes', async () => {
    // The record's chain is this environment's: nobody else writes between its entries.
    for (const kind of ['extraordinary', 'thematic']) await send(reportOf(other, today, kind));
    const { statusCode, requests } = await send(reportOf(cell, today, 'extraordinary'));
    expect(statusCode).toBe(303);
    expect(counted(requests)).toEqual({ BatchGetItem: 2, Query: 1, PutItem: 5 });
  });

  it('for its page at most 6', async () => {
    const { statusCode, requests } = await show(`/reports/${id}?just=stored`);
    expect(statusCode).toBe(200);
    expect(counted(requests)).toEqual({ BatchGetItem: 2, Query: 3, PutItem: 1 });
  });

  it('for a regular meeting’s form a query for each month that may have left a task open, and 11 other requests', async () => {
    // One of them asks whether the month's meeting is reported already, so that nobody reports it twice unawares.
    const { statusCode, requests } = await show(`/reports/new?cell=${cell}&month=${month}&kind=regular`);
    expect(statusCode).toBe(200);
    expect(counted(requests)).toEqual({ BatchGetItem: 3, Query: MONTHS_OF_TASKS + 7, PutItem: 1 });
  });

  it('for another form 7: it follows up no tasks', async () => {
    const { statusCode, requests } = await show(`/reports/new?cell=${cell}&month=${month}&kind=thematic`);
    expect(statusCode).toBe(200);
    expect(counted(requests)).toEqual({ BatchGetItem: 2, Query: 5 });
  });

  it('for the board two queries for each such month, and 12 others', async () => {
    const { statusCode, requests } = await show(`/months/${month}`);
    expect(statusCode).toBe(200);
    expect(counted(requests)).toEqual({ BatchGetItem: 2, Query: 2 * MONTHS_OF_TASKS + 8 });
  });

  it('one more to know which decisions of other days were published, however many cells decided', async () => {
    const { db, meetings } = database();
    const store = reportStore(db, meetings);
    const by = { user: 'officer', role: 'commune', unit: commune } as const;
    // The month before is open on a month's first day.
    const date = addDays(today, -1);
    for (const of of [cell, other, ...cells]) {
      const report = aReport({ cell: of, date, kind: 'extraordinary', resolution: 'resolution' });
      await store.append({ state: 'submitted', by, at: new Date().toISOString(), report }, 0);
    }
    const { requests } = await show(`/months/${month}`);
    expect(counted(requests)).toEqual({ BatchGetItem: 2, Query: 2 * MONTHS_OF_TASKS + 9 });
  });
});
