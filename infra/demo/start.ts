import { resolve } from 'node:path';
import { loadDemo } from '#infra/demo/load-demo.ts';
import { loadScheme } from '#infra/demo/load-scheme.ts';
import { demoSignIns } from '#infra/demo/users.ts';
import { DataDirInUse } from '#infra/local/data-dir.ts';
import { NoPartOfACore } from '#infra/local/lambda/part-of-a-core.ts';
import { startLocalSystem } from '#infra/local/system.ts';

const port = Number(process.env['PORT'] ?? 8080);
const dataDir = resolve(process.env['DATA_DIR'] ?? '.local');
const environments = Number(process.env['ENVIRONMENTS'] ?? 4);
const cores = process.env['CORES'] === 'lambda' ? 'lambda' : undefined;
const log = (line: string) => console.error(line);

try {
  const system = await startLocalSystem({ assembly: resolve('cdk.out'), dataDir, port, environments, cores, log });
  let caughtUp = Promise.resolve();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void caughtUp.then(system.stop).then(() => process.exit(0)));
  }
  // A whole archive is restored into an empty system alone.
  const isEmpty = process.argv.includes('empty');
  if (!isEmpty) await loadDemo(system, new Date().toISOString());
  if (process.argv.includes('scheme')) await loadScheme(system);
  if (!isEmpty) console.log(demoSignIns);
  console.log(`Ready: ${system.url}`);
  // The queue is in memory: running the schedules restores what a kill lost, and does no harm by day. Nobody waits for it.
  caughtUp = system.runSchedules();
  await caughtUp;
} catch (error) {
  console.error(inOneLine(error) ?? error);
  process.exit(1);
}

/** Errors that the user can fix need no stack trace. */
function inOneLine(error: unknown): string | undefined {
  if (error instanceof DataDirInUse || error instanceof NoPartOfACore) return error.message;
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  return taken ? `Port ${port} is taken by another program: set PORT to another.` : undefined;
}
