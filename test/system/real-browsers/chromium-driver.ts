import type { Browser, BrowserContextOptions, ElementHandle } from 'playwright-core';
import type { Driver } from '#test/system/real-browsers/graphical.ts';

type Element = ElementHandle<HTMLElement>;

/** A window of Chromium, worked as the other browsers are. @param browser ends with it */
export async function chromiumDriver(browser: Browser, options: BrowserContextOptions): Promise<Driver<Element>> {
  const page = await (await browser.newContext(options)).newPage();
  const driver = {
    navigate: async (url: string) => void (await page.goto(url)),
    evaluate: (source: string) => page.evaluate(source),
    find: async (source: string) => ((await page.evaluateHandle(source)).asElement() as Element | null) ?? undefined,
    press: (element: Element) => element.click(),
    check: (element: Element) => element.check(),
    async type(element: Element, text: string) {
      await element.fill('');
      await element.type(text);
    },
    pickEntry: async (element: Element, index: number) => void (await element.selectOption({ index })),
    back: async () => void (await page.goBack()),
    picture: async () => (await page.screenshot({ fullPage: true })).toString('base64'),
    close: () => browser.close(),
  };
  return driver;
}
