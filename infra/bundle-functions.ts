import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { withoutHttpClient } from '#infra/without-http-client.ts';
import { shortened } from '#web/shortened.ts';

/*
 * `node infra/bundle-functions.ts {folder} {name}…` bundles each `functions/{name}/handler.ts` with everything it uses into
 * `{folder}/{name}`: `index.mjs`, and separate files that load when they are first needed. All at once, in one process: they
 * share most of what is read, and each waits for the others' plug-ins.
 *
 * CDK's own Node bundling makes one file only. A cold start would then read every page, the SDK's sign-in methods that
 * Lambda never uses, and the PDF library. The AWS SDK is bundled, so that the version that was tested is the one that runs.
 * There are no source maps: reading one at the first error of a cold function takes longer than its answer may take.
 * `keepNames` keeps the names of functions in stack traces.
 */

/**
 * Makes what the start reads one file. esbuild makes a file of what the same entries use, so what the handler shares with
 * one page, with two, with three would be files of their own: the start of `web` was 57. As every page that loads later is
 * said to use the whole handler, which it finds loaded, there is one.
 */
const oneStart = (handler: string): Plugin => ({
  name: 'one-start',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^[#.@]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === 'own') return undefined;
      const found = await resolve(path, { kind, resolveDir, pluginData: 'own' });
      return found.external ? found : { path: found.path, namespace: 'later' };
    });
    onLoad({ filter: /.*/, namespace: 'later' }, ({ path }) => ({
      contents: `export { handler } from './${handler}'; export * from ${JSON.stringify(path)};`,
      resolveDir: process.cwd(),
    }));
  },
});

/** Leaves out what nothing reads: comments of stylesheets, and all that the SDK says of its packages but their versions. */
const onlyWhatIsRead: Plugin = {
  name: 'only-what-is-read',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: shortened(await readFile(path, 'utf8')),
      loader: 'text',
    }));
    onLoad({ filter: /@aws-sdk\/[\w-]+\/package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** Where a function begins. */
const handlerOf = (name: string) => `functions/${name}/handler.ts`;
const [folder = '', ...names] = process.argv.slice(2);
await Promise.all(
  names.map((name) =>
    build({
      entryPoints: { index: handlerOf(name) },
      outdir: join(folder, name),
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      mainFields: ['module', 'main'],
      minify: true,
      keepNames: true,
      tsconfig: 'tsconfig.json',
      outExtension: { '.js': '.mjs' },
      loader: { '.svg': 'text', '.ttf': 'file' },
      plugins: [oneStart(handlerOf(name)), onlyWhatIsRead, withoutHttpClient],
      logLevel: 'warning',
    }),
  ),
);
