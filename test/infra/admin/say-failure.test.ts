import { once } from 'node:events';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { sayFailure } from '#infra/admin/say-failure.ts';
import { findTarget } from '#infra/admin/target.ts';

async function failureOf(work: () => Promise<unknown>): Promise<string> {
  return work().then(
    () => 'nothing failed',
    (error: unknown) => sayFailure(error),
  );
}

it('a file that is none is said in a sentence, with its name', async () => {
  expect(await failureOf(() => readFile('no/such.csv'))).toBe('There is no no/such.csv: see how the name is written.');
  expect(await failureOf(() => readFile('infra'))).toMatch(/is a folder: name a file/);
  expect(await failureOf(() => open('package.json/units.csv'))).toMatch(/is within a file/);
  expect(await failureOf(async () => JSON.parse('id;level'))).toMatch(/^The file is no JSON/);
});

it('a system that does not answer, and credentials that hold no more, are told with what to do', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await promisify(server.close.bind(server))();
  const refused = failureOf(() => once(connect(port, '127.0.0.1'), 'connect'));
  expect(await refused).toMatch(/does not answer \(ECONNREFUSED\).*give the same command again/);
  const expired = Object.assign(new Error('The security token included in the request is expired'), {
    name: 'ExpiredTokenException',
  });
  expect(sayFailure(expired)).toMatch(/sign in/);
  // What the SDK makes of an answer without a name.
  const failed = Object.assign(new Error('UnknownError'), { $metadata: { httpStatusCode: 500 } });
  expect(sayFailure(failed)).toMatch(/^A service could not do its part.*give the same command again/);
});

it('half a file of endpoints is told as that', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-endpoints-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const text of ['{', '{}']) {
    await writeFile(join(folder, 'endpoints.json'), text);
    await expect(findTarget(undefined, folder)).rejects.toThrow(/is not whole: stop the local system/);
  }
});
