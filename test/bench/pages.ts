import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { bundled } from '#test/bench/bundled.ts';
import { type Figure, median } from '#test/bench/figures.ts';

const RUNS = 9;
/** What the headers of an answer take, those of CloudFront and the API included. */
const HEADERS = 900;
const FIRST_WINDOW = 14_600;
/** Pages of many figures, which are read by the district's staff alone, come in two windows more. */
const FIGURES = { pages: /^(scorecard-district|trend)/, bytes: 45_000 };
/** What the form may weigh with its script. */
const FORM_BUDGET = 24_000;
/** As functions compress a page; `functions/http/compress.ts`. */
const LEVEL = 6;

interface Rendered {
  readonly pages: Readonly<Record<string, unknown>>;
  render(page: unknown): string;
}

interface Page {
  readonly name: string;
  readonly html: string;
  readonly renderMs: number;
  /** On its first flight. */
  readonly bytes: number;
  /** With all that a browser with nothing of ours then loads, the worker behind the pages too. */
  readonly totalBytes: number;
}

/** Every example of a page in Vietnamese: how heavy it is, and how long it takes to make. */
async function measurePages(assets: Assets): Promise<readonly Page[]> {
  const { pages, render } = await examples();
  return Object.entries(pages).map(([name, page]) => {
    const html = render(page);
    const bytes = compressed(html, LEVEL).length + HEADERS;
    const scripts = html.includes('<script ') ? assets.script + assets.worker : 0;
    return {
      ...{ name, html, renderMs: timeOf(() => render(page)) },
      ...{ bytes, totalBytes: bytes + assets.linked + scripts },
    };
  });
}

/** Every page by itself for the JSON; the heaviest, the slowest, and what another level of compression would bring. */
export async function pageFigures(): Promise<Figure[]> {
  const assets = await loadedAssets();
  const pages = await measurePages(assets);
  const most = (of: 'totalBytes' | 'renderMs') => pages.reduce((a, b) => (a[of] > b[of] ? a : b));
  const [fullest, slowest] = [most('totalBytes'), most('renderMs')];
  const heaviestOf = (all: readonly Page[]) => all.reduce((a, b) => (a.bytes > b.bytes ? a : b));
  const ofFigures = ({ name }: Page) => FIGURES.pages.test(name);
  const heaviest = heaviestOf(pages.filter((page) => !ofFigures(page)));
  const figures = heaviestOf(pages.filter(ofFigures));
  const form = pages.find(({ name }) => name === 'form-wrong') as Page; // the longest there is
  const floor = { name: `compressing it at level ${LEVEL}`, value: timeOf(() => compressed(slowest.html, LEVEL)) };
  return [
    ...pages.flatMap(figuresOf),
    { name: 'the heaviest page', note: `${heaviest.name} of ${pages.length}`, ...weight(heaviest.bytes), most: 1 },
    {
      name: 'the heaviest of many figures',
      note: figures.name,
      ...{ value: figures.bytes, unit: 'bytes', most: 1 },
      floor: { name: 'the aim', value: FIGURES.bytes },
    },
    { name: 'the longest form', ...weight(form.bytes) },
    {
      name: 'the longest form with its script',
      ...{ value: form.bytes + assets.script, unit: 'bytes', most: 1 },
      floor: { name: 'what is promised', value: FORM_BUDGET },
    },
    { name: 'all that the heaviest page loads', note: fullest.name, value: fullest.totalBytes, unit: 'bytes' },
    { name: 'making half the pages takes at most', value: median(pages.map(({ renderMs }) => renderMs)), unit: 'ms' },
    { name: 'making the slowest', note: slowest.name, value: slowest.renderMs, unit: 'ms', floor },
    ...[4, 5, 6, 9, 11].map((level) => ({
      name: `compressing the form at level ${level}`,
      note: `${compressed(form.html, level).length} bytes`,
      value: timeOf(() => compressed(form.html, level)),
      unit: 'ms',
    })),
  ];
}

const weight = (value: number) => ({ value, unit: 'bytes', floor: { name: 'the first window', value: FIRST_WINDOW } });

function figuresOf({ name, bytes, totalBytes, renderMs }: Page): Figure[] {
  return [
    { name: `page ${name}: first flight`, ...weight(bytes), detail: true },
    { name: `page ${name}: with all that it loads`, value: totalBytes, unit: 'bytes', detail: true },
    { name: `page ${name}: made in`, value: renderMs, unit: 'ms', detail: true },
  ];
}

function compressed(html: string, level: number): Buffer {
  return brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: level } });
}

function timeOf(task: () => unknown): number {
  return median(
    Array.from({ length: RUNS }, () => {
      const start = performance.now();
      task();
      return performance.now() - start;
    }),
  );
}

/** Bytes that a browser with nothing of ours loads beside a page, each with the headers of its answer. */
interface Assets {
  /** By the links of every page: what is too small to be compressed. */
  readonly linked: number;
  readonly script: number;
  /** What the script then asks for: the worker's file, and the line at the root that names it. */
  readonly worker: number;
}

async function loadedAssets(): Promise<Assets> {
  const read = (file: string) => readFile(join('web/dist', file));
  const entries = JSON.parse(String(await read('.vite/manifest.json'))) as Record<string, { file: string }>;
  const scriptBytes = async (entry: string) =>
    brotliCompressSync(await read(entries[entry]?.file ?? '')).length + HEADERS;
  const linked = await Promise.all(['assets/app.webmanifest', 'assets/icon.svg'].map(read));
  return {
    linked: linked.reduce((sum, { length }) => sum + length + HEADERS, 0),
    script: await scriptBytes('web/client/main.tsx'),
    worker: (await scriptBytes('web/client/service-worker.ts')) + HEADERS,
  };
}

/** The examples that the tests of pages hold. */
function examples(): Promise<Rendered> {
  return bundled(`import { models } from '#test/web/models.ts';
    export { renderPage as render } from '#web/render.ts';
    export const pages = Object.fromEntries(Object.entries(models('vi')).map(([name, build]) => [name, build()]));`);
}
