import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { keepLang } from '#functions/http/cookies.ts';
import { readRequest } from '#functions/http/request.ts';
import { langs } from '#shared/language/lang.ts';

/** A request from 198.51.100.7 that says it comes from 203.0.113.9. */
const address = async (headers: Readonly<Record<string, string>>) => (await read({ headers })).address;

function read({ headers, ...given }: Partial<APIGatewayProxyEventV2>) {
  const event = {
    rawPath: '/login',
    rawQueryString: '',
    headers: { 'x-viewer-address': '203.0.113.9', ...headers },
    requestContext: { http: { sourceIp: '198.51.100.7' } },
    ...given,
  } as unknown as APIGatewayProxyEventV2;
  return readRequest(event, '2026-11-25T01:00:00.000Z', 'known-to-the-edge');
}

describe('where a request came from', () => {
  it('is what the distribution says', async () => {
    expect(await address({ 'x-origin-secret': 'known-to-the-edge' })).toBe('203.0.113.9');
  });

  it('is not what others say who ask the API past the distribution', async () => {
    expect(await address({})).toBe('198.51.100.7');
    expect(await address({ 'x-origin-secret': 'guessed' })).toBe('198.51.100.7');
  });
});

describe('the language of a request', () => {
  it.each(langs)('is %s where the address or the cookie says so', async (lang) => {
    expect((await read({ queryStringParameters: { lang } })).lang).toBe(lang);
    expect((await read({ cookies: [`lang=${lang}`] })).lang).toBe(lang);
  });

  it('is what the address says before what the cookie says', async () => {
    expect((await read({ queryStringParameters: { lang: 'en' }, cookies: ['lang=vi'] })).lang).toBe('en');
    expect((await read({ queryStringParameters: { lang: 'vi' }, cookies: ['lang=en'] })).lang).toBe('vi');
  });

  it('is kept under a name that no other host can set, where TLS lets it', async () => {
    expect(keepLang({ lang: 'en', secure: true })).toMatch(
      /^__Host-lang=en; .*Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(keepLang({ lang: 'en', secure: false })).toMatch(/^lang=en; /);
    expect((await read({ cookies: ['__Host-lang=en', 'lang=vi'] })).lang).toBe('en');
  });

  it.each([undefined, 'xx', '', 'EN', '__proto__'])('is Vietnamese where %j is asked for', async (lang) => {
    expect((await read(lang === undefined ? {} : { queryStringParameters: { lang } })).lang).toBe('vi');
  });
});

describe('the path of a request', () => {
  it.each([
    ['/login', '/login'],
    ['/xã/a b', '/x%C3%A3/a%20b'],
    ['/a#1', '/a%231'],
    ['/a?b', '/a%3Fb'],
    ['/100%', '/100%25'],
  ])('%s, decoded as the HTTP API sends it, is an address again', async (rawPath, path) => {
    expect((await read({ rawPath })).path).toBe(path);
    expect((await read({ rawPath, rawQueryString: 'x=%3F' })).path).toBe(`${path}?x=%3F`);
  });
});
