import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { openArchive } from '#infra/admin/archive/manifest.ts';
import { loadDemo } from '#infra/demo/load-demo.ts';
import { type LocalSystem, startLocalSystem } from '#infra/local/system.ts';

/*
 * `npm run drill [-- dynamodb-local]`: what is done after everything was lost, from end to end, and what it takes. It
 * works on a copy of DATA_DIR, or on a new demonstration year: exports it, wipes the copy, restores the archive into an
 * empty system on dynalite, or on Amazon's DynamoDB Local, verifies all, and exports again to compare the digests.
 */
const [database = 'dynalite'] = process.argv.slice(2);
const given = process.env['DATA_DIR'];
const folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-drill-'));
const [source, target] = [join(folder, 'source'), join(folder, 'target')];
const rows: [what: string, took: string][] = [];
let running: LocalSystem | undefined;

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const done = await work();
  rows.push([what, `${((performance.now() - began) / 60_000).toFixed(2)} min`]);
  return done;
}

async function start(dataDir: string): Promise<void> {
  await running?.stop();
  running = await startLocalSystem({ assembly: resolve('cdk.out'), dataDir, port: 0, log: () => undefined });
}

async function admin(dataDir: string, ...words: readonly string[]): Promise<string> {
  const env = { ...process.env, DATA_DIR: dataDir };
  const { stdout } = await promisify(execFile)(process.execPath, ['infra/admin/admin.ts', ...words], { env });
  console.log(stdout.trim());
  return stdout;
}

/** What does not go from one home to another unchanged: the audit has an entry more, of the restore itself. */
const grows = ['audit'];

async function contents(path: string) {
  const archive = await openArchive(path);
  await archive.close();
  return archive.manifest;
}

try {
  await mkdir(source);
  if (given !== undefined) {
    if (!existsSync(given)) throw new Error(`There is no folder ${given}.`);
    await cp(given, source, { recursive: true, filter: (path) => basename(path) !== 'endpoints.json' });
  }
  await start(source);
  if (given === undefined && running) await loadDemo(running, new Date().toISOString());
  const [first, second] = [join(folder, 'first.tar'), join(folder, 'second.tar')];
  await timed('export', () => admin(source, 'export', '--to', first));
  const exported = await contents(first);
  await running?.stop();
  running = undefined;
  await rm(source, { recursive: true });
  const lostAt = Date.now();

  process.env['DYNAMODB'] = database;
  await timed('start of an empty system', () => start(target));
  const sheet = join(folder, 'sheet.html');
  await timed('restore, and verify all that is official', () => admin(target, 'restore', first, '--sheet', sheet));
  const back = Date.now();
  await timed('compare item by item', () => admin(target, 'verify', '--against', first));
  await timed('export again', () => admin(target, 'export', '--to', second));
  const again = await contents(second);

  const other = exported.parts.filter(
    ({ name, content }) => !grows.includes(name) && again.parts.find((part) => part.name === name)?.content !== content,
  );
  rows.push(['from the loss to the end of the restore', `${((back - lostAt) / 60_000).toFixed(2)} min`]);
  rows.push([
    'lost: what was stored since the export began',
    `${((lostAt - Date.parse(exported.begunAt)) / 1000).toFixed(0)} s`,
  ]);
  rows.push(['items', String(exported.parts.reduce((sum, { items }) => sum + items, 0))]);
  rows.push(['bytes of the archive', String((await stat(first)).size)]);
  rows.push([
    'parts whose digest is the same',
    `${exported.parts.length - grows.length - other.length} of ${exported.parts.length - grows.length}`,
  ]);
  for (const [what, took] of rows) console.log(`${what.padEnd(48)} ${took.padStart(12)}`);
  if (other.length > 0) throw new Error(`Not the same: ${other.map(({ name }) => name).join(', ')}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await running?.stop();
  await rm(folder, { recursive: true, force: true });
}
