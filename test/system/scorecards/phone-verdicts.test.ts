import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { lastMonth } from '#test/system/meeting.ts';
import { pageAt, signIn } from '#test/system/phone.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

/** Where each missed figure of the list of units is; whoever needs no sideways scrolling has all within the window. */
const outside = `[...document.querySelectorAll('#units .missed')]
  .map((each) => each.getBoundingClientRect())
  .filter(({ left, right, width }) => width === 0 || left < 0 || right > innerWidth).length`;

describe.runIf(hasBrowser)('on a phone', () => {
  it.each([
    ['district', 'hiep-hoa'],
    ['thanh-van', 'hiep-hoa.thanh-van'],
  ])('%s sees every missed figure of the units of %s without scrolling sideways', async (user, unit) => {
    const page = await signIn(await browser.newContext({ viewport: { width: 360, height: 800 } }), user);
    await page.goto(pageAt(`/scorecards/${unit}/${lastMonth}`));
    expect(await page.locator('#units .missed').count()).toBeGreaterThan(5);
    expect(await page.evaluate(outside)).toBe(0);
    // Not by a page without end: of a long list only that is said.
    expect(await page.locator('#units tbody .rest:visible').count()).toBe(0);
    // What the columns' heads do, the heads do here: sort, and then that figure is said of all units.
    await page.locator('#units thead').getByRole('link', { name: 'Dự họp' }).click();
    await page.waitForURL(/sort=attendance/);
    const rows = await page.locator('#units tbody tr').count();
    expect(await page.locator('#units tbody td[data-as^="Dự họp"]:visible').count()).toBe(rows);
    await page.context().close();
  });
});
