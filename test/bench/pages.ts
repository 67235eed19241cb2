import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { type Figure, median } from '#test/bench/figures.ts';

const RUNS = 15;
/** What the headers of an answer take. */
const HEADERS = 900;
const FIRST_WINDOW = 14_600;
/** What the form may weigh with all that it loads. */
const FORM_BUDGET = 24_000;
/** As functions compress a page; `functions/http/compressed.ts`. */
const LEVEL = 6;

interface Rendered {
  readonly pages: Readonly<Record<string, unknown>>;
  render(page: unknown): string;
}

interface Page {
  readonly name: string;
  readonly html: string;
  readonly renderMs: number;
  readonly bytes: number;
}

/** Every example of a page in Vietnamese: how heavy it is on its first flight, and how long it takes to make. */
async function measurePages(): Promise<readonly Page[]> {
  const { pages, render } = await examples();
  return Object.entries(pages).map(([name, page]) => {
    const times = Array.from({ length: RUNS }, () => {
      const start = performance.now();
      render(page);
      return performance.now() - start;
    });
    const html = render(page);
    return { name, html, renderMs: median(times), bytes: compressed(html, LEVEL).length + HEADERS };
  });
}

/** The heaviest page, the slowest, and what another level of compression would bring to the form. */
export async function pageFigures(): Promise<Figure[]> {
  const pages = await measurePages();
  const most = (of: 'bytes' | 'renderMs') => pages.reduce((a, b) => (a[of] > b[of] ? a : b));
  const [heaviest, slowest] = [most('bytes'), most('renderMs')];
  const form = pages.find(({ name }) => name === 'form-wrong') as Page; // the longest there is
  const script = await scriptBytes();
  const floor = { name: `compressing it at level ${LEVEL}`, value: timeOf(() => compressed(slowest.html, LEVEL)) };
  return [
    { name: `the heaviest of ${pages.length} pages, ${heaviest.name}`, ...weight(heaviest.bytes), most: 1 },
    { name: 'the longest form', ...weight(form.bytes) },
    {
      name: 'the longest form with its script',
      ...{ value: form.bytes + script + HEADERS, unit: 'bytes', most: 1 },
      floor: { name: 'what is promised', value: FORM_BUDGET },
    },
    { name: 'making half the pages takes at most', value: median(pages.map(({ renderMs }) => renderMs)), unit: 'ms' },
    { name: `making the slowest, ${slowest.name}`, value: slowest.renderMs, unit: 'ms', floor },
    ...[4, 5, 6, 9, 11].map((level) => ({
      name: `compressing the form at level ${level}, ${compressed(form.html, level).length} bytes`,
      value: timeOf(() => compressed(form.html, level)),
      unit: 'ms',
    })),
  ];
}

const weight = (value: number) => ({ value, unit: 'bytes', floor: { name: 'the first window', value: FIRST_WINDOW } });

function compressed(html: string, level: number): Buffer {
  return brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: level } });
}

function timeOf(deed: () => unknown): number {
  return median(
    Array.from({ length: RUNS }, () => {
      const start = performance.now();
      deed();
      return performance.now() - start;
    }),
  );
}

/** The script as the distribution compresses it. */
async function scriptBytes(): Promise<number> {
  const manifest = JSON.parse(await readFile('web/dist/.vite/manifest.json', 'utf8')) as Record<
    string,
    { file: string }
  >;
  return brotliCompressSync(await readFile(`web/dist/${manifest['web/client/main.tsx']?.file}`)).length;
}

/** The examples that the tests of pages hold, as one file: Node does not run their language. */
async function examples(): Promise<Rendered> {
  const dir = await mkdtemp(join(tmpdir(), 'so-chi-bo-bench-'));
  try {
    const outfile = join(dir, 'pages.mjs');
    const contents = `import { models } from '#test/web/models.tsx';
      export { renderPage as render } from '#web/render.ts';
      export const pages = models('vi');`;
    await build({
      stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
      ...{ outfile, bundle: true, format: 'esm', platform: 'node', target: 'node24', tsconfig: 'tsconfig.json' },
      mainFields: ['module', 'main'],
      loader: { '.css': 'text', '.svg': 'text', '.ttf': 'file' },
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    });
    return (await import(pathToFileURL(outfile).href)) as Rendered;
  } finally {
    await rm(dir, { recursive: true });
  }
}
