import { expect, it } from 'vitest';
import { s3Service } from '#infra/local/s3/s3-service.ts';

const bucket = { name: 'files', find: () => undefined, put: () => undefined };
const service = s3Service([bucket], () => undefined);

async function put(key: string): Promise<string> {
  const request = { method: 'PUT', url: `/files/${encodeURIComponent(key)}`, headers: {} };
  const call = { operation: 'PutObject', input: {}, body: Buffer.alloc(0), request };
  const { body } = await service.answer(call as unknown as Parameters<typeof service.answer>[0]);
  return /<Code>(\w+)</.exec(String(body))?.[1] ?? '';
}

it('a key of more than 1,024 bytes is refused before anything else is looked at, and none just below', async () => {
  expect(await put('ế'.repeat(342))).toBe('KeyTooLongError');
  expect(await put('ế'.repeat(341))).toBe('AccessDenied'); // nobody has signed it
});
