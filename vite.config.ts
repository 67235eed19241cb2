import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// Months and deadlines are Vietnam's wherever the code runs: tests run where a slip of the time zone shows.
process.env['TZ'] = 'Pacific/Honolulu';

/** Stylesheets are imported as their text, as the functions' bundler does it. */
const cssAsText: Plugin = {
  name: 'css-as-text',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith('.css')) return undefined;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found && `\0${found.id}.text`;
  },
  async load(id) {
    if (!id.startsWith('\0') || !id.endsWith('.css.text')) return undefined;
    return `export default ${JSON.stringify(await readFile(id.slice(1, -'.text'.length), 'utf8'))}`;
  },
};

/** Fonts are imported as the paths of their files, as the functions' bundler does it. */
const fontAsPath: Plugin = {
  name: 'font-as-path',
  enforce: 'pre',
  load(id) {
    return id.endsWith('.ttf') ? `export default ${JSON.stringify(pathToFileURL(id).href)}` : undefined;
  },
};

/** A module that is loaded later is one file with nothing to preload: Vite's own helper would weigh 600 bytes. */
const plainImport: Plugin = {
  name: 'plain-import',
  enforce: 'pre',
  load(id) {
    return id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null;
  },
};

/** The script draws with its own `render`, so its markup needs none of Preact, which would be a third of it. */
const ownMarkup: Plugin = {
  name: 'own-markup',
  enforce: 'pre',
  apply: 'build',
  resolveId: (source) => (source === 'preact/jsx-runtime' ? '\0own-markup' : undefined),
  load: (id) =>
    id === '\0own-markup'
      ? `export const jsx = (type, props, key) => ({ type, props, key });
        export { jsx as jsxs };
        export const Fragment = (props) => props.children;`
      : undefined,
};

/**
 * What is loaded later has its own copy of what it shares with the page's script: that script stays as small as it is
 * without it, and what is loaded later is one file.
 */
const ownModules: Plugin = {
  name: 'own-modules',
  enforce: 'pre',
  async resolveId(source, importer) {
    const of = /\/client\/(check-report|device-of)\.ts$/.exec(importer ?? '')?.[1] ?? importer?.split('?apart-')[1];
    const found = of && (await this.resolve(source, importer, { skipSelf: true }));
    return found ? `${found.id.split('?')[0]}?apart-${of}` : undefined;
  },
};

/** What checks a report on the device reads no words of the questions and answers, which the page has: they are left out. */
const noLabels: Plugin = {
  name: 'no-labels',
  enforce: 'pre',
  apply: 'build',
  transform: (code, id) =>
    /\/shared\/reports\/[\w-]+\.ts\?apart-check-report$/.test(id)
      ? code.replace(/\{\s*vi: ('[^'\n]*'|"[^"\n]*"),\s*en: ('[^'\n]*'|"[^"\n]*"),?\s*\}/g, '0')
      : undefined,
};

/** Tests that work on real tables. */
const onTables = [
  'test/bench/**/*.test.ts',
  'test/kept-formats/**/*.test.tsx',
  'test/functions/**/*.test.{ts,tsx}',
  'test/infra/admin/**/*.test.ts',
];

export default defineConfig({
  root: import.meta.dirname,
  publicDir: 'web/public',
  plugins: [cssAsText, fontAsPath, plainImport, ownMarkup, ownModules, noLabels],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'web/dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2018',
    modulePreload: false,
    rolldownOptions: {
      input: ['main.tsx', 'copy-text.ts', 'service-worker.ts', 'signed-out.ts'].map((file) => `web/client/${file}`),
    },
  },
  test: {
    reporters: ['./test/brief-reporter.ts', './test/slowest-tests.ts', './test/receipts.ts', './test/last-line.ts'],
    // What a busy machine takes is no fault: a test waits for what must come, however late.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 90_000 } },
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/system/**', ...onTables],
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'tables', include: onTables, globalSetup: 'test/start-databases.ts', isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'system',
          isolate: false,
          include: ['test/system/**/*.test.ts'],
          globalSetup: ['test/browser/provide-browser.ts', 'test/system/start-system.ts'],
        },
      },
    ],
  },
});
