import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** A module of code that Node does not run by itself: pages, and what renders them. */
export async function bundled<Exports>(contents: string): Promise<Exports> {
  const dir = await mkdtemp(join(tmpdir(), 'so-chi-bo-bench-'));
  try {
    const outfile = join(dir, 'pages.mjs');
    await build({
      stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
      ...{ outfile, bundle: true, format: 'esm', platform: 'node', target: 'node24', tsconfig: 'tsconfig.json' },
      mainFields: ['module', 'main'],
      loader: { '.css': 'text', '.svg': 'text', '.ttf': 'file' },
      banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
    });
    return (await import(pathToFileURL(outfile).href)) as Exports;
  } finally {
    await rm(dir, { recursive: true });
  }
}
