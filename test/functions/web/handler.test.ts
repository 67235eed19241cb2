import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { formToken } from '#functions/http/cookies.ts';
import { monthAt } from '#shared/period.ts';
import { meeting } from '#test/system/meeting.ts';

const pool = 'ap-southeast-1_Test';
const client = 'pages';
const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const forgers = generateKeyPairSync('rsa', { modulusLength: 2048 });
const cell = 'hiep-hoa.thanh-van.thanh-binh';
const sessionId = 'a-session-known-to-its-browser';

let keys: Server;
let handler: (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** The function as it is deployed, where DynamoDB cannot be reached and the user pool's keys can. */
beforeAll(async () => {
  const jwk = { ...ours.publicKey.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' };
  keys = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] }))).listen(0, '127.0.0.1');
  await once(keys, 'listening');
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const nobody = `http://127.0.0.1:${(closed.address() as AddressInfo).port}`;
  await new Promise((resolve) => closed.close(resolve));
  for (const [name, value] of Object.entries({
    CELLS_TABLE: 'cells',
    MEETINGS_TABLE: 'meetings',
    MATTERS_TABLE: 'matters',
    SCORECARDS_TABLE: 'scorecards',
    TRANSIENT_TABLE: 'transient',
    AUDIT_TABLE: 'audit',
    AUDIT_DAYS: '3653',
    ORIGIN_SECRET: 'none',
    ROLLUP_QUEUE_URL: `${nobody}/queue.fifo`,
    FORM_SCRIPT: '/assets/form.js',
    WORKER_SCRIPT: '/assets/worker.js',
    USER_POOL_ID: pool,
    USER_POOL_CLIENT_ID: client,
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
    AWS_ENDPOINT_URL_DYNAMODB: nobody,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: `http://127.0.0.1:${(keys.address() as AddressInfo).port}`,
  })) {
    vi.stubEnv(name, value);
  }
  const loaded = await import('#functions/web/handler.ts');
  handler = loaded.handler as typeof handler;
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => {
  keys.close();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

function token(by: KeyObject, claims: Readonly<Record<string, unknown>> = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const content = [
    encode({ alg: 'RS256', kid: 'key' }),
    encode({
      iss: `https://cognito-idp.ap-southeast-1.amazonaws.com/${pool}`,
      aud: client,
      token_use: 'id',
      iat: now,
      exp: now + 3600,
      'cognito:username': 'thanh-van',
      'cognito:groups': ['commune'],
      'custom:unit': 'hiep-hoa.thanh-van',
      ...claims,
    }),
  ].join('.');
  return `${content}.${createSign('RSA-SHA256').update(content).sign(by).toString('base64url')}`;
}

async function ask(route: string, token?: string, fields?: Readonly<Record<string, string>>) {
  const [, path = ''] = route.split(' ');
  const event = {
    version: '2.0',
    routeKey: route,
    rawPath: path,
    rawQueryString: '',
    headers: {
      'x-origin-secret': 'none',
      'x-forwarded-proto': 'https',
      'content-type': 'application/x-www-form-urlencoded',
    },
    cookies: token ? [`__Host-session=${sessionId}.${token}`] : [],
    requestContext: { http: { sourceIp: '203.0.113.77' } },
    isBase64Encoded: false,
    ...(fields && { body: new URLSearchParams(fields).toString() }),
  } as unknown as APIGatewayProxyEventV2;
  const { statusCode, headers = {}, body = '' } = await handler(event, {} as Context);
  return { status: statusCode, headers, body };
}

describe('DynamoDB away', () => {
  it('keeps what was typed and offers to send it again', async () => {
    const month = monthAt(new Date().toISOString());
    const fields = { ...meeting(cell), csrf: formToken(sessionId), baseRevision: '0', month };
    const { status, body } = await ask('POST /reports', token(ours.privateKey), fields);
    expect(status).toBe(503);
    expect(body).toContain('Hệ thống đang tạm gián đoạn');
    expect(body).toMatch(/<button[^>]*>Gửi lại</);
    expect(body).toContain('action="/reports"');
    expect(body).toContain('Làm đường bê tông thôn, đoạn từ nhà văn hóa đến trạm bơm');
    expect(/<input[^>]*name="present"[^>]*>/.exec(body)?.[0]).toContain('value="17"');
  });

  it('is told on a page, not by a blank one', async () => {
    const { status, body } = await ask('GET /months/{month}', token(ours.privateKey));
    expect(status).toBe(404); // without a month in the path there is nothing to load
    expect(body).toContain('Không tìm thấy trang');
    const home = await ask('GET /health');
    expect(home.status).toBe(503);
    expect(home.body).toContain('Hệ thống đang tạm gián đoạn');
  });
});

describe('who is signed in', () => {
  it.each([
    ['a token signed by somebody else', () => token(forgers.privateKey)],
    ['an expired token', () => token(ours.privateKey, { exp: 1_600_000_000 })],
    ['a token of another client', () => token(ours.privateKey, { aud: 'another' })],
    ['an access token', () => token(ours.privateKey, { token_use: 'access' })],
    ['a token without a unit', () => token(ours.privateKey, { 'custom:unit': undefined })],
    ['a token without a role', () => token(ours.privateKey, { 'cognito:groups': ['everyone'] })],
  ])('%s opens nothing', async (_, made) => {
    const { status, headers } = await ask('GET /', made());
    expect(status).toBe(303);
    expect(headers['location']).toBe('/login');
  });

  it('the right one leads home', async () => {
    const { headers } = await ask('GET /', token(ours.privateKey));
    expect(headers['location']).toMatch(/^\/months\/\d{4}-\d\d$/);
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
