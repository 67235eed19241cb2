import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { noticeStore } from '#functions/store/notice-store.ts';
import { sessionStore } from '#functions/store/session-store.ts';
import { tables } from '#functions/store/tables.ts';
import { unitItems } from '#functions/store/unit-store.ts';
import { NEVER_CHANGED } from '#shared/access/rights.ts';
import type { RouteKey } from '#shared/access/routes.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { aUnit, entered } from '#test/shared/samples.ts';

const database = onDynalite();
type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** The functions as they are deployed, with a notice that stands before their first request. */
beforeAll(async () => {
  vi.resetModules(); // other files load the same functions for other tables
  const { db, endpoint, ...names } = database();
  for (const [key, { variable }] of Object.entries(tables)) vi.stubEnv(variable, names[key as keyof typeof tables]);
  for (const [name, value] of Object.entries({
    AUDIT_DAYS: '3653',
    ORIGIN_SECRET: 'none',
    ROLLUP_QUEUE_URL: 'http://127.0.0.1:9/queue.fifo',
    FORM_SCRIPT: '/assets/form.js',
    COPY_SCRIPT: '/assets/copy.js',
    WORKER_SCRIPT: '/assets/worker.js',
    USER_POOL_ID: 'ap-southeast-1_Test',
    USER_POOL_CLIENT_ID: 'pages',
    FILES_BUCKET: 'files',
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL: endpoint,
  })) {
    vi.stubEnv(name, value);
  }
  const now = new Date().toISOString();
  const times = { startedAt: now, seenAt: now, checkedAt: now };
  const somebody = { role: 'district', unit: 'hiep-hoa', rights: NEVER_CHANGED } as const;
  await sessionStore(db, names.transient).start('somebody', 'a-session-of-a-browser', { ...somebody, ...times });
  const known = unitItems([aUnit('hiep-hoa')], entered);
  await Promise.all(known.map((Item) => db.send(new PutCommand({ TableName: names.cells, Item }))));
  const until = new Date(Date.parse(now) + 3_600_000).toISOString();
  const notice = { vi: 'Tạm ngừng <b>gửi thư</b> & nhắc', en: 'No mails', from: now, until, at: now };
  await noticeStore(db, names.transient).set(notice, undefined);
});
afterAll(() => {
  vi.unstubAllEnvs();
});

async function pageOf(handler: unknown, route: RouteKey, query: string, signedIn: boolean): Promise<string> {
  const month = { month: '2026-10', unit: 'hiep-hoa' };
  const event = {
    version: '2.0',
    routeKey: route,
    rawPath: route.replace('GET ', '').replace(/\{(\w+)\}/g, (_, each: 'month' | 'unit') => month[each]),
    rawQueryString: query,
    queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
    pathParameters: month,
    headers: { 'x-origin-secret': 'none', 'x-forwarded-proto': 'https' },
    cookies: signedIn ? [`__Host-session=${Buffer.from('somebody').toString('base64url')}.a-session-of-a-browser`] : [],
    requestContext: { http: { sourceIp: '203.0.113.77' } },
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyEventV2;
  const answer = await (handler as Handler)(event, { getRemainingTimeInMillis: () => 20_000 } as Context);
  return answer.body ?? '';
}

const functions = {
  web: () => import('#functions/web/handler.ts'),
  scorecards: () => import('#functions/scorecards/handler.ts'),
  directory: () => import('#functions/directory/handler.ts'),
  guidance: () => import('#functions/guidance/handler.ts'),
  prepare: () => import('#functions/prepare/handler.ts'),
  steering: () => import('#functions/steering/handler.ts'),
} as const;

it.each([
  ['web', 'GET /receipts', true],
  ['web', 'GET /login', false],
  ['scorecards', 'GET /scorecards/{unit}/{month}', true], // there is none: the page that says so has it too
  ['directory', 'GET /directory/units', true],
  ['guidance', 'GET /library', true],
  ['prepare', 'GET /prepare', true],
  ['steering', 'GET /actions', true],
] as const)(
  '%s says on %s, before what the page is of, what the operator tells everybody',
  async (name, route, signedIn) => {
    const { handler } = await functions[name]();
    const page = await pageOf(handler, route, '', signedIn);
    expect(page).toMatch(/<main [^>]*><p class="generated"><strong>Thông báo của hệ thống:<\/strong> Tạm ngừng &lt;b/);
    expect(page).toContain('&lt;b>gửi thư&lt;/b> &amp; nhắc (đến ');
    expect(await pageOf(handler, route, 'lang=en', signedIn)).toContain(
      '<strong>System notice:</strong> No mails (until ',
    );
  },
);
