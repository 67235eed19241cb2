import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { tableNamesBy } from '#functions/store/tables.ts';
import { monthAt } from '#shared/period.ts';
import { cookieOf, csrf, deploy, eventOf, type Handler } from '#test/functions/deployed.ts';
import { meeting } from '#test/system/meeting.ts';
import { hiddenFields } from '#test/system/visitor.ts';

const cell = 'hiep-hoa.thanh-van.thanh-binh';
const cookie = cookieOf('thanh-van');

let handler: Handler;

/** The function as it is deployed, where neither DynamoDB nor the user pool can be reached. */
beforeAll(async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const nobody = `http://127.0.0.1:${(closed.address() as AddressInfo).port}`;
  await new Promise((resolve) => closed.close(resolve));
  deploy(
    tableNamesBy(({ id }) => id),
    nobody,
  );
  handler = (await import('#functions/web/handler.ts')).handler as Handler;
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

type Fields = Readonly<Record<string, string>>;

async function ask(route: string, cookies: readonly string[] = [cookie], fields?: Fields, headed: Fields = {}) {
  const event = eventOf({ route, cookies, fields, headers: headed });
  const {
    statusCode,
    headers = {},
    body = '',
  } = await handler(event, { getRemainingTimeInMillis: () => 15_000 } as Context);
  return { status: statusCode, headers, body };
}

describe('DynamoDB away', () => {
  it('keeps what was typed and offers to send it again', async () => {
    const month = monthAt(new Date().toISOString());
    const fields = { ...meeting(cell), csrf, baseRevision: '0', month };
    const { status, body } = await ask('POST /reports', [cookie], fields);
    expect(status).toBe(503);
    expect(body).toContain('Hệ thống đang tạm gián đoạn');
    expect(body).toMatch(/<button[^>]*>Gửi lại</);
    expect(body).toContain('action="/reports"');
    expect(body).toContain('Làm đường bê tông thôn, đoạn từ nhà văn hóa đến trạm bơm');
    expect(/<input[^>]*name="present"[^>]*>/.exec(body)?.[0]).toContain('value="17"');
  });

  it('keeps every field as it was sent, so that it goes through when it is sent again', async () => {
    const fields = { csrf, action: 'assign', members: 'Nguyễn An\nTrần <b>"Bình"</b> & Cường', 'rows[0].x': '0' };
    const { status, body } = await ask('POST /officers', [cookie], fields);
    expect(status).toBe(503);
    expect(body).toMatch(/<button[^>]*>Gửi lại</);
    expect(hiddenFields(body, '/officers')).toEqual(fields);
  });

  it('keeps the form’s token with it, and no password', async () => {
    const { body } = await ask('POST /officers', [cookie], { csrf, members: 'Nguyễn An', oldPassword: 'Cua-toi-2026' });
    expect(body).toContain(`<input type="hidden" name="csrf" value="${csrf}"`);
    expect(body).toContain('<input type="hidden" name="members" value="Nguyễn An"');
    expect(body).not.toContain('Cua-toi-2026');
  });

  it.each(['GET /months/{month}', 'GET /', 'GET /health'])(
    'is told on a page by %s, not by a blank one',
    async (route) => {
      const { status, body } = await ask(route);
      expect(status).toBe(503);
      expect(body).toContain('Hệ thống đang tạm gián đoạn');
    },
  );

  it('lets nobody in by a cookie alone, nor keeps what another site has sent', async () => {
    const { status, body } = await ask('GET /account');
    expect(status).toBe(503);
    expect(body).not.toContain('action="/logout"');
    const sent = await ask('POST /officers', [cookie], { members: 'x' }, { 'sec-fetch-site': 'cross-site' });
    expect(sent.status).toBe(503);
    expect(sent.body).not.toContain('name="members"');
  });
});

describe('without a session', () => {
  it.each([
    ['no cookie', []],
    ['a cookie of the form that it had once', ['__Host-session=a-session.eyJhbGciOiJub25lIn0.eyJleHAiOjF9.c2ln']],
    ['a cookie that names no account', ['__Host-session=.a-session']],
  ])('%s leads to signing in, even in an outage', async (_, cookies) => {
    const { status, headers } = await ask('GET /', cookies);
    expect(status).toBe(303);
    expect(headers['location']).toBe('/login');
  });
});

describe('every answer', () => {
  it('forbids scripts of others, frames and caches', async () => {
    const { headers } = await ask('GET /login');
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });
});
