import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { loadDemo } from '#infra/demo/load-demo.ts';
import { startLocalSystem } from '#infra/local/system.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the system under test answers. */
    url: string;
    /** What `npm run admin` needs to find it. */
    dataDir: string;
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
  return async () => {
    await system.stop();
    await rm(dataDir, { recursive: true });
    // What the functions logged is worth reading only where a test failed.
    if (process.exitCode) console.error(lines.join('\n'));
  };
}
