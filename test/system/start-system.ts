import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { loadDemo } from '#infra/demo/load-demo.ts';
import { type LocalSystem, startLocalSystem } from '#infra/local/system.ts';
import { startControl } from '#test/system/control.ts';
import { reportRights } from '#test/system/report-rights.ts';

/** A system as the tests see it: they run in another process. */
export interface SystemUnderTest {
  /** Where it answers. */
  readonly url: string;
  /** Where its HTTP API answers itself. */
  readonly api: string;
  /** What `npm run admin` needs to find it. */
  readonly dataDir: string;
  /** Where `test/system/control.ts` answers. */
  readonly control: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each worker. */
    systems: readonly SystemUnderTest[];
  }
}

/** The synthesized assembly with the demo district, once for each worker, on free ports and in folders of their own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-test-'));
  const lines: string[] = [];
  const start = (dataDir: string) =>
    startLocalSystem({ assembly: resolve('cdk.out'), dataDir, port: 0, log: (line) => lines.push(line) });

  const demo = join(folder, 'demo');
  const loading = await start(demo);
  await loadDemo(loading, new Date().toISOString());
  const systems: LocalSystem[] = [loading];
  const stopControls: (() => void)[] = [];
  const provided: SystemUnderTest[] = [];
  await loading.stop();
  for (let worker = 1; worker <= project.config.maxWorkers; worker += 1) {
    const dataDir = join(folder, `worker-${worker}`);
    // The address of the system that loaded it is nobody's any more.
    await cp(demo, dataDir, { recursive: true, filter: (path) => basename(path) !== 'endpoints.json' });
    const system = await start(dataDir);
    const control = await startControl(system, lines);
    systems.push(system);
    stopControls.push(control.stop);
    provided.push({ url: system.url, api: system.api, dataDir, control: control.url });
  }
  project.provide('systems', provided);
  return async () => {
    for (const stop of stopControls) stop();
    for (const system of systems.slice(1)) await system.runSchedules();
    const usages = systems.map((system) => system.usage());
    await Promise.all(systems.slice(1).map((system) => system.stop()));
    await rm(folder, { recursive: true });
    if (await ranWhole(project)) reportRights(usages);
    // What the functions logged is worth reading only where a test failed.
    if (process.exitCode) console.error(lines.join('\n'));
  };
}

/** Whether every file of these tests ran and passed: a part of them leaves rights unused. */
async function ranWhole(project: TestProject): Promise<boolean> {
  const { testFiles } = await project.globTestFiles();
  const ran = project.vitest.state.getFiles().filter(({ result }) => result?.state === 'pass');
  return testFiles.every((file) => ran.some(({ filepath }) => filepath === file));
}
