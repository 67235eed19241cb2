import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { enterDistrict } from '#test/system/enter-district.ts';
import { meeting, thisMonth, today } from '#test/system/meeting.ts';
import { fillForm, pageAt, phone, sendButton, signIn, waiting } from '#test/system/phone.ts';
import { flood } from '#test/system/system.ts';
import { Visitor } from '#test/system/visitor.ts';

const district = 'xuan-truong';
const user = `${district}.mot`;
const cells = ['c0', 'c1', 'c2', 'c3'].map((slug) => `${user}.${slug}`);
/** Longer than a test takes. */
const HOUR = 3600;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  if (hasBrowser) browser = await startChromium();
  const units = [
    'id;level;kind;name;type;from;to;group',
    `${district};district;huyện;Xuân Trường;;2019-03;;`,
    `${user};commune;xã;Một;;2019-03;;1`,
    ...cells.map((cell, n) => `${cell};cell;Chi bộ thôn;c${n};thon;2019-03;;`),
  ];
  await enterDistrict(`${units.join('\n')}\n`, [{ user, role: 'commune', unit: user }]);
  visitor = await Visitor.signedIn(user);
});
afterEach(() => flood(0));
afterAll(() => browser?.close());

const revisionsOf = async (cell: string) => {
  const { revisions } = (await visitor.json(`/reports/${cell}_${today}_regular`)) as { revisions: unknown[] };
  return revisions.length;
};

// The API answers these by itself: its two words are no page of ours, and CloudFront has no pages of its own for 429.
describe('while the API turns requests away', () => {
  it('it says so in its own words, stores nothing, and goes on when the flood is over', async () => {
    const [cell = ''] = cells;
    const sent = { csrf: await visitor.csrf(), baseRevision: '0', ...meeting(cell) };
    await flood(HOUR);
    const refused = await visitor.post('/reports', sent);
    expect([refused.status, refused.text]).toEqual([429, '{"message":"Too Many Requests"}']);
    expect(refused.headers.get('strict-transport-security')).not.toBeNull();
    await flood(0);
    expect((await visitor.post('/reports', sent)).status).toBe(200);
    expect(await revisionsOf(cell)).toBe(1);
  });

  it.runIf(hasBrowser)('a report waits on the device, and is stored once afterwards', async () => {
    const context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
    const page = await signIn(context, user);
    const cell = cells[1] ?? '';
    await fillForm(page, cell);
    await flood(HOUR);
    await sendButton(page).click();
    await waiting(page).getByText('chờ gửi.').waitFor();
    await flood(0);
    await page.evaluate('dispatchEvent(new Event("online"))');
    await waiting(page).waitFor({ state: 'detached' });
    expect(await revisionsOf(cell)).toBe(1);
    await context.close();
  });

  it.runIf(hasBrowser)('a form without scripts is sent as it was by loading its answer again', async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
    const page = await signIn(context, user);
    const cell = cells[2] ?? '';
    await fillForm(page, cell);
    await flood(HOUR);
    await sendButton(page).click();
    await page.getByText('Too Many Requests').waitFor();
    await flood(0);
    await page.reload();
    expect(await revisionsOf(cell)).toBe(1);
    await context.close();
  });

  it.runIf(hasBrowser)('a page that the device keeps opens, and for others it says to wait', async () => {
    const context = await browser.newContext(phone);
    const page = await signIn(context, user);
    await page.evaluate('navigator.serviceWorker.ready');
    const board = pageAt(`/months/${thisMonth}`);
    await page.goto(board);
    const title = await page.title();
    await expect
      .poll(() =>
        page.evaluate(
          `caches.open("pages").then((pages) => pages.match(${JSON.stringify(board)}, { ignoreVary: true })).then(Boolean)`,
        ),
      )
      .toBe(true);
    await flood(HOUR);
    await page.goto(board);
    expect(await page.title()).toBe(title);
    await page.goto(pageAt('/receipts'));
    await page.getByText('Hệ thống đang bận').first().waitFor();
    await flood(0);
    await page.reload();
    await page.getByText('Hệ thống đang bận').waitFor({ state: 'detached' });
    await context.close();
  });
});
