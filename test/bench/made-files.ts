import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { withoutHttpClient } from '#infra/without-http-client.ts';
import { randomDistrict } from '#test/functions/scorecards/random-district.ts';

const formats = ['page', 'json', 'csv', 'cells.csv', 'xlsx', 'pdf'] as const;

type FileFormat = (typeof formats)[number];

/** As on a machine of 256 MB: with more, Node takes more before it tidies up, and the peak says nothing. */
const heap = ['--max-old-space-size=180', '--max-semi-space-size=4'];

/** A file of a scorecard: how long it took, and how much memory the process had at most, that of Node included. */
export interface MadeFile {
  readonly format: FileFormat;
  /** The first of a process. */
  readonly milliseconds: number;
  /** Of every thread of the process, the one that compresses included. */
  readonly processorMs: number;
  /** The same of those after it. */
  readonly again: readonly number[];
  readonly bytes: number;
  readonly peakMb: number;
}

/**
 * Makes files of a made-up district, each in a process of its own, as each request has an environment of its own. It starts
 * with the district already counted.
 */
type Maker = (format: FileFormat, times?: number) => Promise<MadeFile>;

/** Lends who makes the files of a district of so many communes and cells. */
export async function withMaker<T>(communes: number, cells: number, use: (make: Maker) => Promise<T>): Promise<T> {
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
    return await use(async (format, times = 1) => {
      const { stdout } = await promisify(execFile)(process.execPath, [...heap, program, input, format, String(times)]);
      return { format, ...(JSON.parse(stdout) as Omit<MadeFile, 'format'>) };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Makes one file of each format, one after the other. */
export function makeFiles(communes: number, cells: number, times?: number): Promise<MadeFile[]> {
  return withMaker(communes, cells, async (make) => {
    const made: MadeFile[] = [];
    for (const format of formats) made.push(await make(format, times));
    return made;
  });
}
