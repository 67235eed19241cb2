import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { loadDemo } from '#infra/demo/load-demo.ts';
import { type LocalSystem, startLocalSystem } from '#infra/local/system.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the system under test answers. */
    url: string;
    /** What `npm run admin` needs to find it. */
    dataDir: string;
    /** Answers with what each environment of each function holds, in bytes: the tests run in another process. */
    scales: string;
  }
}

/** The synthesized assembly with the demo district, on a free port and in a folder of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'so-chi-bo-test-'));
  const lines: string[] = [];
  const system = await startLocalSystem({
    assembly: resolve('cdk.out'),
    dataDir,
    port: 0,
    log: (line) => lines.push(line),
  });
  await loadDemo(system, new Date().toISOString());
  project.provide('url', system.url);
  project.provide('dataDir', dataDir);
  const scales = await startScales(system);
  project.provide('scales', `http://127.0.0.1:${(scales.address() as AddressInfo).port}`);
  return async () => {
    scales.close();
    await system.runSchedules();
    const rights = system.usage();
    await system.stop();
    await rm(dataDir, { recursive: true });
    if (await ranWhole(project)) reportRights(rights);
    // What the functions logged is worth reading only where a test failed.
    if (process.exitCode) console.error(lines.join('\n'));
  };
}

async function startScales(system: LocalSystem): Promise<Server> {
  const server = createServer(async (_, response) => response.end(JSON.stringify(await system.held())));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

/** What others do in a function's name, and so is never seen here: Lambda writes its log and reads its queue. */
const ofLambda = /^(logs:|sqs:(ReceiveMessage|DeleteMessage|ChangeMessageVisibility|GetQueueUrl|GetQueueAttributes) )/;

/**
 * Compares what the functions did in all of these tests with what the synthesized policies let them do.
 *
 * @throws {Error} naming the rights that were granted and never used
 */
function reportRights(rights: ReturnType<LocalSystem['usage']>): void {
  const count = (part: 'granted' | 'unused') =>
    rights.flatMap((each) => each[part].filter((one) => !ofLambda.test(one)));
  const unused = rights.flatMap(({ name, unused: list }) =>
    list.filter((right) => !ofLambda.test(right)).map((right) => `${name}: ${right}`),
  );
  console.log(`Rights of the functions: ${count('granted').length} granted, ${unused.length} never used.`);
  if (unused.length > 0) throw new Error(['Rights that no test needed:', ...unused].join('\n  '));
}

/** Whether every file of these tests ran and passed: a part of them leaves rights unused. */
async function ranWhole(project: TestProject): Promise<boolean> {
  const { testFiles } = await project.globTestFiles();
  const ran = project.vitest.state.getFiles().filter(({ result }) => result?.state === 'pass');
  return testFiles.every((file) => ran.some(({ filepath }) => filepath === file));
}
