import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { readRequest } from '#functions/http/request.ts';

/** A request from 198.51.100.7 that says it comes from 203.0.113.9. */
const address = async (headers: Readonly<Record<string, string>>) => {
  const event = {
    rawPath: '/login',
    rawQueryString: '',
    headers: { 'x-viewer-address': '203.0.113.9', ...headers },
    requestContext: { http: { sourceIp: '198.51.100.7' } },
  } as unknown as APIGatewayProxyEventV2;
  return (await readRequest(event, '2026-11-25T01:00:00.000Z', 'known-to-the-edge')).address;
};

describe('where a request came from', () => {
  it('is what the distribution says', async () => {
    expect(await address({ 'x-origin-secret': 'known-to-the-edge' })).toBe('203.0.113.9');
  });

  it('is not what others say who ask the API past the distribution', async () => {
    expect(await address({})).toBe('198.51.100.7');
    expect(await address({ 'x-origin-secret': 'guessed' })).toBe('198.51.100.7');
  });
});
