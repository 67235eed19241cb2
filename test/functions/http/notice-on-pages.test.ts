import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { noticeStore } from '#functions/store/notice-store.ts';
import { unitItems } from '#functions/store/unit-store.ts';
import type { RouteKey } from '#shared/access/routes.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { cookieOf, deploy, eventOf, type Handler, startSession } from '#test/functions/deployed.ts';
import { aUnit, entered } from '#test/shared/samples.ts';

const database = onDynalite();

/** The functions as they are deployed, with a notice that stands before their first request. */
beforeAll(async () => {
  const { db, endpoint, cells, transient } = database();
  deploy(database(), endpoint);
  await startSession(database(), 'somebody', 'district', 'hiep-hoa');
  const known = unitItems([aUnit('hiep-hoa')], entered);
  await Promise.all(known.map((Item) => db.send(new PutCommand({ TableName: cells, Item }))));
  const now = new Date().toISOString();
  const until = new Date(Date.parse(now) + 3_600_000).toISOString();
  const notice = { vi: 'Tạm ngừng <b>gửi thư</b> & nhắc', en: 'No mails', from: now, until, at: now };
  await noticeStore(db, transient).set(notice, undefined);
});
afterAll(() => {
  vi.unstubAllEnvs();
});

async function pageOf(handler: unknown, route: RouteKey, query: string, signedIn: boolean): Promise<string> {
  const month = { month: '2026-10', unit: 'hiep-hoa' };
  const event = eventOf({
    route,
    path: route.replace('GET ', '').replace(/\{(\w+)\}/g, (_, each: 'month' | 'unit') => month[each]),
    params: month,
    query: Object.fromEntries(new URLSearchParams(query)),
    cookies: signedIn ? [cookieOf('somebody')] : [],
  });
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
