/**
 * How long each file of a scorecard takes and how much memory: `npm run bench:exports`. Each is made in a process of
 * its own, which starts with the district already counted; the peak is of the whole process, that of Node included.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { randomDistrict } from '#test/functions/scorecards/random-district.ts';

/** As on a machine of 256 MB: with more, Node takes more before it tidies up, and the peak says nothing. */
const heap = ['--max-old-space-size=180', '--max-semi-space-size=4'];

const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-exports-'));
try {
  await build({
    entryPoints: ['test/bench/one-export.ts'],
    outfile: join(folder, 'one-export.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    loader: { '.css': 'text', '.svg': 'text', '.ttf': 'file' },
    logLevel: 'warning',
  });
  console.log('communes  cells   file          ms   bytes        peak MB');
  for (const [communes, cells] of [
    ['25', '375'],
    ['130', '10000'],
  ] as const) {
    const input = join(folder, `${cells}.json`);
    const { scorecard, cells: rows } = randomDistrict('bench', Number(communes), Number(cells));
    writeFileSync(input, [scorecard, ...rows].map((each) => JSON.stringify(each)).join('\n'));
    for (const format of ['page', 'json', 'csv', 'cells.csv', 'xlsx', 'pdf']) {
      const said = execFileSync(process.execPath, [...heap, join(folder, 'one-export.mjs'), input, format], {
        encoding: 'utf8',
        maxBuffer: 1e8,
      });
      process.stdout.write(`${communes.padEnd(9)} ${cells.padEnd(7)} ${said}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
