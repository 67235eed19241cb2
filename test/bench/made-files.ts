import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { withoutHttpClient } from '#infra/without-http-client.ts';
import { randomDistrict } from '#test/functions/scorecards/random-district.ts';

const formats = ['page', 'json', 'csv', 'cells.csv', 'xlsx', 'pdf'] as const;

/** As on a machine of 256 MB: with more, Node takes more before it tidies up, and the peak says nothing. */
const heap = ['--max-old-space-size=180', '--max-semi-space-size=4'];

/** A file of a scorecard: how long it took, and how much memory the process had at most, that of Node included. */
export interface MadeFile {
  readonly format: (typeof formats)[number];
  readonly milliseconds: number;
  /** Of every thread of the process, the one that compresses included. */
  readonly processorMs: number;
  readonly bytes: number;
  readonly peakMb: number;
}

/** Makes each file of a made-up district in a process of its own, which starts with the district already counted. */
export async function makeFiles(communes: number, cells: number): Promise<MadeFile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-exports-'));
  try {
    const program = join(folder, 'one-export.mjs');
    await build({
      entryPoints: ['test/bench/one-export.ts'],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node24',
      mainFields: ['module', 'main'],
      loader: { '.css': 'text', '.svg': 'text', '.ttf': 'file' },
      plugins: [withoutHttpClient],
      logLevel: 'warning',
    });
    const input = join(folder, 'district.json');
    const { scorecard, cells: rows } = randomDistrict('bench', communes, cells);
    writeFileSync(input, [scorecard, ...rows].map((each) => JSON.stringify(each)).join('\n'));
    return formats.map((format) => {
      const said = execFileSync(process.execPath, [...heap, program, input, format], { encoding: 'utf8' });
      return { format, ...(JSON.parse(said) as Omit<MadeFile, 'format'>) };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
