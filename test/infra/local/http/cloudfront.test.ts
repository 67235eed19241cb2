import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assembly, Template } from '#infra/local/cloudformation/assembly.ts';
import { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { localResourceNames } from '#infra/local/cloudformation/resource-names.ts';
import { BrowserServer } from '#infra/local/http/browser-server.ts';
import { distribution } from '#infra/local/http/cloudfront.ts';
import { errorCache } from '#infra/local/http/cloudfront-errors.ts';
import { HttpApi } from '#infra/local/http/http-api.ts';
import type { LocalFunction } from '#infra/local/lambda/local-function.ts';
import { template } from '#test/infra/synthesized.ts';

let folder: string;
let server: BrowserServer;
let events: APIGatewayProxyEventV2[];
let status: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-assets-'));
  writeFileSync(join(folder, 'large.js'), 'x'.repeat(1000));
  writeFileSync(join(folder, 'small.js'), 'x'.repeat(999));
  events = [];
  status = 200;
  server = await BrowserServer.take(0, () => undefined);
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** The synthesized distribution and API before functions that note what reaches them. */
function open(edit: (resources: Record<string, { Type: string; Properties?: Record<string, unknown> }>) => void): void {
  const copy = structuredClone(template.toJSON()) as Template;
  edit(copy.Resources);
  const stack = new LocalStack(copy, localResourceNames('http://aws', server.host));
  const functions = stack.all('AWS::Lambda::Function').map(({ id }) => ({
    arn: stack.attribute(id, 'Arn'),
    isCalled: (name: string) => `${name}:`.startsWith(`${stack.attribute(id, 'Arn')}:`),
    invoke: async (event: APIGatewayProxyEventV2) => {
      events.push(event);
      const headers = { 'cache-control': 'no-store' };
      return { ok: true, payload: { statusCode: status, headers, body: `${events.length}` } };
    },
  }));
  const assembly = { folderOf: () => folder } as unknown as Assembly;
  server.open(distribution(stack, assembly, new HttpApi(stack, functions as unknown as LocalFunction[])));
}

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Got> {
  return new Promise((resolve, reject) => {
    const given = { ...headers, ...(body && { 'content-length': `${body.length}` }) };
    const asked = send(server.url, { path, method, headers: given }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('latin1'),
        }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const asSynthesized = () => undefined;

describe('what reaches a function', () => {
  it('is all that the viewer sent but the host and what belongs to the connection, by the policy of the behaviour', async () => {
    open(asSynthesized);
    await ask('/health?a=1', { cookie: 'x=1; y=2', 'X-Own': 'yes', te: 'trailers', 'accept-encoding': 'br' });
    const [event] = events;
    expect(event?.headers).toMatchObject({ 'x-own': 'yes', 'accept-encoding': 'br', 'x-forwarded-host': server.host });
    expect(event?.headers['te']).toBeUndefined();
    expect(event?.headers['host']).not.toBe(server.host);
    expect([event?.cookies, event?.rawQueryString]).toEqual([['x=1', 'y=2'], 'a=1']);
  });

  it('is next to nothing without an origin request policy', async () => {
    open((resources) => {
      for (const { Type, Properties = {} } of Object.values(resources)) {
        if (Type !== 'AWS::CloudFront::Distribution') continue;
        const config = Properties['DistributionConfig'] as { DefaultCacheBehavior: Record<string, unknown> };
        delete config.DefaultCacheBehavior['OriginRequestPolicyId'];
      }
    });
    await ask('/health?a=1', { cookie: 'x=1', 'x-own': 'yes' });
    const [event] = events;
    expect(event?.headers['x-own']).toBeUndefined();
    expect([event?.cookies, event?.rawQueryString]).toEqual([undefined, '']);
  });

  it('has a path that is decoded, and ends before a question mark', async () => {
    open(asSynthesized);
    await ask('/x%C3%A3/a%23b');
    await ask('/a%3Fb?c=1');
    expect(events.map(({ rawPath }) => rawPath)).toEqual(['/xã/a#b', '/a']);
  });

  it('is nothing where the function has no permission for the API', async () => {
    open((resources) => {
      for (const [id, { Type }] of Object.entries(resources))
        if (Type === 'AWS::Lambda::Permission') delete resources[id];
    });
    expect((await ask('/health')).status).toBe(500);
    expect(events).toEqual([]);
  });
});

describe('CloudFront and the HTTP API refuse', () => {
  const cookie = (bytes: number) => ({ cookie: 'c'.repeat(bytes) });
  it.each<[string, () => Promise<Got>, number]>([
    ['an address of more than 8,192 bytes', () => ask(`/${'a'.repeat(8192)}`), 414],
    ['more than 20,480 bytes of headers', () => ask('/health', cookie(20_480)), 494],
    ['more than 10,240 bytes of headers', () => ask('/health', cookie(10_240)), 431],
    ['a GET with a body', () => ask('/health', {}, 'GET', 'body'), 403],
    ['more than 10 MB', () => ask('/reports', {}, 'POST', 'x'.repeat(10 * 1024 * 1024 + 1)), 413],
    ['a method that files have not', () => ask('/assets/large.js', {}, 'POST', 'x'), 403],
  ])('%s', async (_, asked, expected) => {
    open(asSynthesized);
    expect((await asked()).status).toBe(expected);
    expect(events).toEqual([]);
  });

  it('nothing just below', async () => {
    open(asSynthesized);
    expect((await ask(`/${'a'.repeat(8191)}`)).status).toBe(200);
    expect((await ask('/health', cookie(9_500))).status).toBe(200);
  });
});

describe('files', () => {
  it.each([
    ['large.js', 'br, gzip', 'br'],
    ['large.js', 'gzip', 'gzip'],
    ['small.js', 'br, gzip', undefined],
  ])('%s for %s', async (file, accepted, encoding) => {
    open(asSynthesized);
    expect((await ask(`/assets/${file}`, { 'accept-encoding': accepted })).headers['content-encoding']).toBe(encoding);
  });

  it('are not compressed by a behaviour that says so', async () => {
    open((resources) => {
      for (const { Type, Properties = {} } of Object.values(resources)) {
        if (Type !== 'AWS::CloudFront::Distribution') continue;
        const config = Properties['DistributionConfig'] as { CacheBehaviors: Record<string, unknown>[] };
        for (const behavior of config.CacheBehaviors) behavior['Compress'] = false;
      }
    });
    expect((await ask('/assets/large.js', { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined();
  });
});

describe('a page of an error', () => {
  it.each([400, 403, 404, 500, 503])('%i is kept for nobody else', async (error) => {
    open(asSynthesized);
    status = error;
    expect((await ask('/health')).body).toBe('1');
    expect((await ask('/health')).body).toBe('2');
  });

  it('would be kept for ten seconds if the distribution did not say otherwise, whatever the page says', () => {
    let now = 0;
    const cache = errorCache([], () => now);
    const answer = (code: number) => ({
      status: code,
      headers: { 'cache-control': 'no-store' },
      body: Buffer.alloc(0),
    });
    cache.keep('GET', '/forbidden', answer(403));
    cache.keep('GET', '/missing', answer(404));
    cache.keep('POST', '/sent', answer(500));
    expect(cache.find('GET', '/forbidden')).toMatchObject({ status: 403 });
    expect(cache.find('GET', '/missing')).toBeUndefined();
    expect(cache.find('GET', '/sent')).toBeUndefined();
    now = 10_000;
    expect(cache.find('GET', '/forbidden')).toBeUndefined();
  });
});
