import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { thisMonth, today } from '#test/system/meeting.ts';
import { fillIn, pageAt, phone, sendButton, signIn, waiting } from '#test/system/phone.ts';
import { Visitor } from '#test/system/visitor.ts';

const user = 'dong-tan';
let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const keptPages = 'caches.open("pages").then((pages) => pages.keys()).then((keys) => keys.map(({ url }) => url))';

it.runIf(hasBrowser)('the month’s board and forms open without network, and what is sent then arrives', async () => {
  const context = await browser.newContext(phone);
  const page = await signIn(context, user);
  await page.evaluate('navigator.serviceWorker.ready');
  const board = pageAt(`/months/${thisMonth}`);
  await page.goto(board);
  const forms = await page.locator('main a[href^="/reports/new?cell="]').count();
  // The forms are fetched one after another in the background.
  await expect
    .poll(
      async () => ((await page.evaluate(keptPages)) as string[]).filter((url) => url.includes('/reports/new')).length,
    )
    .toBe(forms);

  await context.setOffline(true);
  await page.goto(board);
  await page.getByText('Đang không có mạng').waitFor();
  const link = page.locator('main a[href^="/reports/new?cell="]').first();
  const cell = new URL(pageAt((await link.getAttribute('href')) ?? '')).searchParams.get('cell') ?? '';
  await link.click();
  await fillIn(page);
  await sendButton(page).click();
  await waiting(page).getByText('chờ gửi.').waitFor();
  await page.goto(pageAt('/receipts'));
  await page.getByText('Trang này chưa được lưu trên máy.').waitFor();

  // A new worker takes over while the report waits.
  await context.setOffline(false);
  await page.goto(board);
  await page.evaluate('navigator.serviceWorker.getRegistration().then((it) => it.unregister())');
  const again = await context.newPage();
  await again.goto(board);
  const visitor = await Visitor.signedIn(user);
  const id = `${cell}_${today}_regular`;
  await expect.poll(async () => (await visitor.get(`/reports/${id}`)).status).toBe(200);
  const { revisions } = (await visitor.json(`/reports/${id}`)) as { revisions: unknown[] };
  expect(revisions).toHaveLength(1);
  await context.close();
});

it.runIf(hasBrowser)('the pages are forgotten at sign-out', async () => {
  const context = await browser.newContext(phone);
  const page = await signIn(context, user);
  await page.evaluate('navigator.serviceWorker.ready');
  await page.goto(pageAt(`/months/${thisMonth}`));
  await expect.poll(async () => ((await page.evaluate(keptPages)) as string[]).length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByLabel('Mật khẩu').waitFor();
  await expect.poll(() => page.evaluate(keptPages)).toEqual([]);
  await context.close();
});
