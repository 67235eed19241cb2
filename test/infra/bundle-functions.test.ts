import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareBundle, startBytes, startFiles } from '#test/bench/start-code.ts';

const starts = [
  { name: 'web', times: 1.7 },
  { name: 'scorecards', times: 1.3 },
  { name: 'directory', times: 1.8 },
  { name: 'guidance', times: 1.5 },
  { name: 'prepare', times: 1.75 },
  { name: 'steering', times: 1.7 },
  { name: 'plan', times: 1 },
  { name: 'rollup', times: 1.5 },
  { name: 'remind', times: 1.6 },
];

let dir: string;
let bare: number;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'so-chi-bo-bundle-'));
  await bareBundle(join(dir, 'bare.mjs'));
  bare = await startBytes(join(dir, 'bare.mjs'));
  const names = starts.map(({ name }) => name);
  await promisify(execFile)(process.execPath, ['infra/bundle-functions.ts', dir, ...names]);
});
afterAll(() => rm(dir, { recursive: true }));

/** All code of a bundle, what loads later too. */
async function codeOf(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.mjs'));
  return (await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).join('\n');
}

describe('a new environment reads what every request needs, and not the pages that nobody asked for', () => {
  it.each(starts)(
    '$name: at most $times times the code of the bare client, in two files or three',
    async ({ name, times }) => {
      const start = join(dir, name, 'index.mjs');
      expect((await startBytes(start)) / bare).toBeLessThan(times);
      expect([...(await startFiles(start)).keys()].length).toBeLessThanOrEqual(3);
    },
  );
});

it.each(starts)(
  '$name: no code asks whether there is a Response, which makes Node load its HTTP client',
  async ({ name }) => {
    expect(/\bResponse\b/.test(await codeOf(join(dir, name)))).toBe(false);
  },
);
