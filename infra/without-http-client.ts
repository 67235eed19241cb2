import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Spares the writer of workbooks Node's HTTP client. Before it deflates, the library (`hucre`) asks whether there is a
 * `Response`, and uses none; the question alone makes Node load the client, which takes 60 ms and 15 MB.
 */
export const withoutHttpClient: Plugin = {
  name: 'without-http-client',
  setup({ onLoad }) {
    onLoad({ filter: /hucre\/dist\/zip\/writer\.mjs$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(' && typeof Response !== "undefined"', ''),
    }));
  },
};
