import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareBundle, startBytes, startFiles } from '#test/bench/start-code.ts';

let dir: string;
let bare: number;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'so-chi-bo-bundle-'));
  await bareBundle(join(dir, 'bare.mjs'));
  bare = await startBytes(join(dir, 'bare.mjs'));
});
afterAll(() => rm(dir, { recursive: true }));

/** All code of a bundle, what loads later too. */
async function codeOf(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.mjs'));
  return (await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).join('\n');
}

describe('a new environment reads what every request needs, and not the pages that nobody asked for', () => {
  it.each([
    { name: 'web', times: 1.7 },
    { name: 'scorecards', times: 1.3 },
    { name: 'directory', times: 1.8 },
    { name: 'guidance', times: 1.5 },
    { name: 'prepare', times: 1.75 },
    { name: 'steering', times: 1.7 },
    { name: 'plan', times: 1 },
    { name: 'rollup', times: 1.5 },
    { name: 'remind', times: 1.6 },
  ])('$name: at most $times times the code of the bare client, in two files or three', async ({ name, times }) => {
    await promisify(execFile)(process.execPath, ['infra/bundle-function.ts', name, join(dir, name)]);
    const start = join(dir, name, 'index.mjs');
    expect((await startBytes(start)) / bare).toBeLessThan(times);
    expect([...(await startFiles(start)).keys()].length).toBeLessThanOrEqual(3);
    expect(await codeOf(join(dir, name)), 'whoever asks for it makes Node load its HTTP client').not.toMatch(
      /\bResponse\b/,
    );
  });
});
