import { randomBytes } from 'node:crypto';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { beforeEach, expect, it, vi } from 'vitest';
import { compress } from '#functions/http/compress.ts';
import { limitAnswer, MOST_ANSWER_BYTES } from '#functions/http/limit-answer.ts';
import { lambdaLimits } from '#infra/local/lambda/lambda-limits.ts';
import { apiMismatches } from '#test/shared/api/api-mismatches.ts';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

async function answer(body: string, isBase64Encoded = false, sent = {}): Promise<APIGatewayProxyStructuredResultV2> {
  const handler = middy()
    .use(limitAnswer())
    .use(compress())
    .handler(async () => ({ statusCode: 200, headers: { 'content-type': 'text/csv' }, body, isBase64Encoded }));
  const event = { routeKey: 'GET /scorecards', headers: { 'accept-encoding': 'br', ...sent } };
  return (await handler(
    event as unknown as APIGatewayProxyEventV2,
    {} as Parameters<typeof handler>[1],
  )) as APIGatewayProxyStructuredResultV2;
}

const base64 = (bytes: number) => randomBytes((bytes / 4) * 3).toString('base64');

it.each<[string, string, boolean, number]>([
  ['a text that is small once it is compressed', 'Chi bộ;'.repeat(2_000_000), false, 200],
  ['bytes that just fit', base64(MOST_ANSWER_BYTES - 4), true, 200],
  ['bytes that do not', base64(MOST_ANSWER_BYTES), true, 413],
])('%s', async (_, body, isBase64Encoded, status) => {
  const { statusCode, body: sent = '', headers } = await answer(body, isBase64Encoded);
  expect(statusCode).toBe(status);
  expect(JSON.stringify({ statusCode, headers, body: sent }).length).toBeLessThan(lambdaLimits.payloadBytes);
  if (status === 413) expect(sent).toContain('tải riêng từng xã');
});

it.each([{ authorization: 'Bearer x' }, { accept: 'application/json' }])(
  'a program with %j gets a problem',
  async (sent) => {
    const { statusCode, headers, body = '' } = await answer(base64(MOST_ANSWER_BYTES), true, sent);
    expect([statusCode, headers?.['content-type']]).toEqual([413, 'application/problem+json; charset=utf-8']);
    expect(apiMismatches(JSON.parse(body), 'Problem')).toEqual([]);
  },
);
