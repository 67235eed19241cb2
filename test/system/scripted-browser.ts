import type { Browser, Locator, Page } from 'playwright-core';
import { pageAt } from '#test/system/phone.ts';

/** The same hands as `TextBrowser`, in a real browser with scripts. */
export class ScriptedBrowser {
  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async start(browser: Browser): Promise<ScriptedBrowser> {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    return new ScriptedBrowser(await context.newPage());
  }

  async open(path: string): Promise<void> {
    await this.page.goto(pageAt(path));
  }

  async follow(text: string, line = ''): Promise<void> {
    const within = line ? this.page.getByRole('row').filter({ hasText: line }) : this.page;
    const before = this.page.url();
    await within.getByRole('link', { name: text, exact: true }).first().click();
    await this.page.waitForURL((url) => url.href !== before);
  }

  async type(name: string, value: string): Promise<void> {
    const field = this.page.locator(`[name="${name}"]`);
    await unfold(field.first());
    const kind = await field.first().evaluate((element) => (element as HTMLInputElement).type);
    if (kind === 'radio' || kind === 'checkbox') await this.page.locator(`[name="${name}"][value="${value}"]`).check();
    else if (kind === 'select-one') await field.selectOption(value);
    else await field.fill(value);
  }

  async has(name: string): Promise<boolean> {
    return (await this.page.locator(`[name="${name}"]`).count()) > 0;
  }

  async press(text: string): Promise<void> {
    const button = this.page.getByRole('button', { name: text, exact: true, includeHidden: true }).first();
    await unfold(button);
    await button.click();
    await this.page.waitForLoadState();
  }

  async read(): Promise<string> {
    return (await this.page.locator('body').textContent()) ?? '';
  }
}

/** Opens the folded lines behind which an element stands. */
async function unfold(place: Locator): Promise<void> {
  await place.evaluate((element) => {
    for (let line = element.closest('details'); line; line = line.parentElement?.closest('details') ?? null) {
      line.open = true;
    }
  });
}
