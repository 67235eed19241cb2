import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, startChromium } from '#test/system/chromium.ts';
import { lastMonth } from '#test/system/meeting.ts';
import { pageAt, signIn } from '#test/system/phone.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

/** A desk and a phone; a home is read in so many of their screens. */
const screens = [
  { width: 1280, height: 900, most: 1 },
  { width: 360, height: 800, most: 2 },
] as const;

/** How far one must scroll until a thing is wholly in view. */
async function pixelsTo(thing: Locator, page: Page): Promise<number> {
  const box = await thing.boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  return box ? Math.max(0, Math.ceil(box.y + box.height - height)) : Number.NaN;
}

describe.runIf(hasBrowser).each(screens)('at $width px', ({ width, height, most }) => {
  const open = async (user: string) => signIn(await browser.newContext({ viewport: { width, height } }), user);

  it.each(['district', 'group3'])('the home of %s is as high as $most screens', async (user) => {
    const page = await open(user);
    // What communes ask for stands there besides: one line each, as many as there are.
    const own = await page.evaluate(
      'document.body.getBoundingClientRect().height - (document.querySelector("#asks")?.getBoundingClientRect().height ?? 0)',
    );
    expect(own).toBeGreaterThan(500);
    expect(own).toBeLessThanOrEqual(most * height);
    await page.context().close();
  });

  it('Monday’s question is answered from the district’s home by its links alone', async () => {
    const page = await open('district');
    const helped = page.locator('.helped li');
    const waiting = page.locator('.todo a');
    const asked = {
      'what waits': waiting.last(),
      'who needs help, and why': helped.first(),
      'all five': helped.last(),
      'where all stand': page.getByRole('link', { name: 'Ma trận chỉ tiêu' }),
      'what to do': helped.first().getByRole('link').last(),
    };
    expect(await helped.count()).toBe(5);
    const pixels: Record<string, number> = {};
    for (const [what, link] of Object.entries(asked)) pixels[what] = await pixelsTo(link, page);

    await asked['what to do'].click();
    await page.waitForURL(/\/actions\/new\?/);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/./);
    await page.goBack();
    await page.locator('.todo a[href^="/reviews"]').first().click();
    await page.locator('.reviews li a').first().click();
    await page.waitForURL(/report=/);
    pixels['the decision on a report, two links on'] = await pixelsTo(page.locator('main form').first(), page);
    await page.goBack();
    await page.goBack();
    await page.getByRole('link', { name: 'Ma trận chỉ tiêu' }).click();
    await page.locator('.matrix').waitFor();
    if (most === 1) expect(new Set(Object.values(pixels))).toEqual(new Set([0]));
    for (const [what, each] of Object.entries(pixels)) expect(each, what).toBeLessThanOrEqual((most - 1) * height);
    await page.context().close();
  });
});

describe.runIf(hasBrowser)('on a phone', () => {
  it.each(['district', 'group3', 'thanh-van', 'thanh-van.thanh-binh'])(
    'the head of %s is one row, with nothing cut off above or below',
    async (user) => {
      const page = await signIn(await browser.newContext({ viewport: { width: 360, height: 800 } }), user);
      const head = await page.evaluate(
        `[document.querySelector('header'), ...document.querySelectorAll('header :is(b, a, button)')]
        .map((each) => each.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom])`,
      );
      const [own, ...parts] = head as [number, number][];
      expect(own?.[1]).toBeLessThanOrEqual(48);
      for (const [top, bottom] of parts) expect([top >= 0, bottom <= 48]).toEqual([true, true]);
      await page.context().close();
    },
  );
});

describe.runIf(hasBrowser)('by the keyboard alone', () => {
  /** Everything on the page that can be reached, in the order of the page; what is folded or not shown is not there. */
  const reachable = `[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
    .filter((each) => each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true }))`;

  it.each([
    ['district', '/'],
    ['group3', '/'],
    ['thanh-van', '/'],
    ['district', `/scorecards/hiep-hoa/${lastMonth}?view=matrix`],
    ['district', `/reviews?month=${lastMonth}`],
    ['district', '/actions'],
  ])('%s reaches everything on %s in its order, and sees where the keyboard is', async (user, path) => {
    const page = await signIn(await browser.newContext({ viewport: { width: 1280, height: 900 } }), user);
    await page.goto(pageAt(path));
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#main');
    await page.keyboard.press('Enter');
    await page.goto(pageAt(path));
    const most = 45;
    const order = await page.evaluate(`globalThis.all = ${reachable}; all.slice(0, ${most}).map((each, at) => at)`);
    const reached: unknown[] = [];
    for (const _ of order as unknown[]) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate('all.indexOf(document.activeElement)'));
      expect(await page.evaluate('parseFloat(getComputedStyle(document.activeElement).outlineWidth)')).toBeGreaterThan(
        1,
      );
    }
    expect(reached).toEqual(order);
    expect(
      await page.evaluate(
        'document.querySelectorAll("[tabindex]:not([tabindex=\\"0\\"], [tabindex=\\"-1\\"])").length',
      ),
    ).toBe(0);
    await page.context().close();
  });
});
