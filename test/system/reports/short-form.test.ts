import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '#test/system/axe.ts';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { thisMonth, today } from '#test/system/meeting.ts';
import { pageAt, phone, sendButton, signIn, unfold } from '#test/system/phone.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const focused = (page: Page) => page.evaluate(() => document.activeElement?.className);

/** Types what a usual month needs; who was absent without a reason is left blank. */
async function typeUsual(page: Page, kind: string): Promise<void> {
  const board = await page.request.get(pageAt(`/months/${thisMonth}`), { headers: { accept: 'application/json' } });
  const { cells } = (await board.json()) as { cells: { cell: { id: string } }[] };
  await page.goto(pageAt(`/reports/new?cell=${cells.at(-1)?.cell.id}&month=${thisMonth}&kind=${kind}`));
  await unfold(page);
  for (const field of await page.locator('#s-members input').all()) await field.fill('');
  await page.getByLabel('Ngày họp').fill(today.split('-').reverse().join('/'));
  await page.getByLabel('Thời lượng (phút)').fill('95');
  await page.getByLabel('Đảng viên chính thức').fill('20');
  await page.getByLabel('Có mặt').fill('17');
  await page.getByLabel('Vắng có lý do', { exact: true }).fill('2');
  await page.getByLabel('Nghị quyết', { exact: true }).check();
}

describe.runIf(hasBrowser).each([
  ['without scripts', false, 'thematic'],
  ['with scripts', true, 'extraordinary'],
] as const)('a form %s', (_, javaScriptEnabled, kind) => {
  it('asks back who was absent without a reason, at the list of mistakes, and takes it when it is sent again', async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled, serviceWorkers: 'block' });
    const page = await signIn(context, 'hoang-van');
    await typeUsual(page, kind);
    await sendButton(page).click();
    await page.getByRole('link', { name: /Vắng không lý do: 20 phải dự − 17 có mặt − 2 có lý do = 1/ }).waitFor();
    expect(await focused(page)).toBe('alert problem');
    expect(await page.getByLabel('Vắng không lý do').inputValue()).toBe('1');
    // The same page either way; axe waits for the page's own timers, which do not run without scripts.
    if (javaScriptEnabled) expect(await violations(page)).toEqual([]);
    await sendButton(page).click();
    await page.getByRole('heading', { name: 'Báo cáo đã được lưu' }).waitFor();
    await context.close();
  });
});
