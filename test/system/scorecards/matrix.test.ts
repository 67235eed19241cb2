import { brotliCompressSync, constants } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capitalized } from '#shared/language/format.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { recomputeMatrix } from '#test/functions/scorecards/recompute-matrix.ts';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { lastMonth } from '#test/system/meeting.ts';
import { system } from '#test/system/system.ts';
import { PASSWORD, Visitor } from '#test/system/visitor.ts';
import { around, readHtml } from '#test/web/read-page.ts';

const path = `/scorecards/hiep-hoa/${lastMonth}`;
/** What a page of figures for 25 communes may weigh. */
const FIGURES = 30_000;

interface MatrixAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly unit: string; readonly name: string }[];
}

describe('the matrix of the running system', () => {
  let board: Visitor;
  let answer: MatrixAnswer;
  let told: ReturnType<typeof recomputeMatrix>;
  beforeAll(async () => {
    board = await Visitor.signedIn('district');
    answer = (await board.json(`${path}?view=matrix`)) as MatrixAnswer;
    told = recomputeMatrix(((await board.json(path)) as Scorecard).children, answer.columns);
  });

  it('says on the page what the scorecard’s data say, is small, and each figure leads to its line', async () => {
    const { text, status } = await board.get(`${path}?view=matrix`);
    expect(status).toBe(200);
    const weight = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length;
    expect(weight).toBeLessThanOrEqual(FIGURES);
    const elements = readHtml(text);
    const body = elements.filter(({ name, parent }) => name === 'tr' && parent?.name === 'tbody');
    const rows = body.map((row) => elements.filter(({ name, parent }) => name === 'td' && parent === row));
    expect(rows.map((cells) => cells.map(({ text }) => text.split(/ (?=[a-zđ])/)[0]))).toEqual(
      answer.rows.map(({ unit }) => told[unit]),
    );
    const links = elements.filter((each) => each.name === 'a' && around(each).some(({ name }) => name === 'td'));
    const worst = links.slice(0, answer.columns.length).map(({ attributes }) => attributes['href'] ?? '');
    const reason = readHtml((await board.get(worst[0]?.split('#')[0] ?? '')).text);
    for (const link of worst) expect(reason.map(({ attributes }) => attributes['id'])).toContain(link.split('#')[1]);
  });

  it('says the same in the workbook and in the report', async () => {
    const { sheets } = await readXlsx((await board.get(`${path}.xlsx`)).bytes);
    const rows = sheets.find(({ name }) => name === 'Ma trận chỉ tiêu')?.rows ?? [];
    const pdf = await getDocumentProxy(new Uint8Array((await board.get(`${path}.pdf`)).bytes));
    const report = (await extractText(pdf, { mergePages: true })).text.replace(/\s+/g, ' ');
    const first = rows.findIndex(([unit]) => unit === capitalized(answer.rows[0]?.name ?? ''));
    for (const [at, { unit, name }] of answer.rows.entries()) {
      const words = told[unit] ?? [];
      expect(report).toContain(`${capitalized(name)} ${words.join(' ')}`);
      const [own, ...cells] = rows[first + at] ?? [];
      expect(own).toBe(capitalized(name));
      const signs = words.map((each) =>
        each
          .replace(/[\d,%—]/g, '')
          .replace(/ +/g, ' ')
          .trim(),
      );
      expect(signs.map((_, place) => String(cells[2 * place + 1] ?? '').trim())).toEqual(signs);
    }
  });
});

describe.runIf(hasBrowser)('in a browser', () => {
  let chromium: Browser;
  let page: Page;
  beforeAll(async () => {
    chromium = await startChromium();
    page = await (await chromium.newContext({ viewport: { width: 360, height: 740 } })).newPage();
    await page.goto(new URL('/login', system().url).href);
    await page.fill('[name=user]', 'district');
    await page.fill('[name=password]', PASSWORD);
    await Promise.all([page.waitForURL((url) => url.pathname !== '/login'), page.click('main button')]);
  });
  afterAll(() => chromium.close());
  const open = (address: string) => page.goto(new URL(address, system().url).href);
  const printed = async () => getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));

  it('the matrix is printed on one A4 that lies', async () => {
    await open(`${path}?view=matrix`);
    const pdf = await printed();
    expect(pdf.numPages).toBe(1);
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('form.look').isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
  });

  it('the verdicts of a scorecard stand on a screen of 360 px, and no page is wider', async () => {
    await open(path);
    const verdicts = page.locator('.figures .main td :is(.met, .missed)');
    expect(await verdicts.count()).toBeGreaterThan(5);
    for (const verdict of await verdicts.all()) {
      const box = await verdict.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true);
    }
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await page.locator('svg.spark').count()).toBeGreaterThan(5);
  });

  it('the print names the cells below the norm unfolded, and has no comparison and no filter', async () => {
    const scorecard = (await (await Visitor.signedIn('district')).json(path)) as Scorecard;
    await open(path);
    const { text } = await extractText(await printed(), { mergePages: true });
    const words = text.replace(/\s+/g, ' ');
    for (const { name } of scorecard.belowNorm) expect(words).toContain(name);
    expect(await page.locator('details[open]').count()).toBe(0);
    expect(words).not.toMatch(/Chỉ hiện đơn vị|So với tháng khác|Lọc đơn vị/);
  });
});
