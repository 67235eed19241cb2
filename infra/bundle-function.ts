import { readFile } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';
import { withoutHttpClient } from '#infra/without-http-client.ts';
import { shortened } from '#web/shortened.ts';

/*
 * `node infra/bundle-function.ts {name} {folder}` bundles `functions/{name}/handler.ts` with everything it uses:
 * `index.mjs`, and separate files that load when they are first needed.
 *
 * CDK's own Node bundling makes one file only. A cold start would then read every page, the SDK's sign-in methods that
 * Lambda never uses, and the PDF library. The AWS SDK is bundled, so that the version that was tested is the one that runs.
 * There are no source maps: reading one at the first error of a cold function takes longer than its answer may take.
 * `keepNames` keeps the names of functions in stack traces.
 */
const [name, outdir] = process.argv.slice(2) as [string, string];
const handler = `functions/${name}/handler.ts`;

/**
 * Makes what the start reads one file. esbuild makes a file of what the same entries use, so what the handler shares with
 * one page, with two, with three would be files of their own: the start of `web` was 57. As every page that loads later is
 * said to use the whole handler, which it finds loaded, there is one.
 */
const oneStart: Plugin = {
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
};

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

await build({
  entryPoints: { index: handler },
  outdir,
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
  plugins: [oneStart, onlyWhatIsRead, withoutHttpClient],
  logLevel: 'warning',
});
