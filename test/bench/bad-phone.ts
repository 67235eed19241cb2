import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Meeting } from '#test/bench/demo-system.ts';
import { timed } from '#test/bench/figures.ts';

/** 400 ms to the server and back, 50 kB/s. */
export const NETWORK = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
/** A processor six times slower. */
const CPU_SLOWER = 6;

/** A form's address, and the browser that asks for it. */
export interface AskedForm {
  readonly url: string;
  readonly cookies: Parameters<BrowserContext['addCookies']>[0];
  readonly scripts: boolean;
}

/** Until the form can be typed into, in milliseconds, from a browser that has nothing of ours. */
export async function timeToForm(browser: Browser, form: AskedForm): Promise<number> {
  return onPhone(browser, form, async (page) => {
    await makeBad(page, CPU_SLOWER);
    return timed(async () => {
      await page.goto(form.url, { waitUntil: 'commit' });
      await page.locator('input[name=present]').fill('1');
    });
  });
}

/**
 * From pressing the button to seeing the receipt number, in milliseconds. Until then the phone is a good one: filling the
 * form in is not what is measured, and took most of the time.
 */
export async function timeToReceipt(browser: Browser, form: AskedForm, { date }: Meeting): Promise<number> {
  return onPhone(browser, form, async (page) => {
    await page.goto(form.url, { waitUntil: 'load' });
    await fillIn(page, date);
    await makeBad(page, CPU_SLOWER);
    return timed(async () => {
      await page.locator('.send button:not([name])').click();
      await page.locator('.receipt').waitFor();
    });
  });
}

/** From the page for signing in to the receipt, as somebody does it who has nothing of ours yet. @throws if it is not stored */
export async function reportOnBadPhone(
  browser: Browser,
  url: string,
  { user, password }: { readonly user: string; readonly password: string },
  { cell, date }: Meeting,
): Promise<void> {
  // A slow processor is made by a thread that spins, on the very processors that answer the others: not in a crowd.
  await onPhone(browser, { url, cookies: [], scripts: true }, async (page) => {
    await makeBad(page, 1);
    // Beside a hundred others on two processors, Playwright's half a minute is short.
    page.setDefaultTimeout(600_000);
    await page.goto(url);
    await page.locator('input[name=user]').fill(user);
    await page.locator('input[name=password]').fill(password);
    await page.locator('main button').first().click();
    await page.locator('form[action="/logout"]').first().waitFor({ state: 'attached' });
    await page.goto(`${url}/reports/new?cell=${cell}&month=${date.slice(0, 7)}`);
    await fillIn(page, date);
    await page.locator('.send button:not([name])').click();
    await page.locator('.receipt').waitFor();
  });
}

/** Types a whole report into the form that is open. */
async function fillIn(page: Page, date: string): Promise<void> {
  const folded = page.locator('#report details:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
  for (const field of await page.locator('#s-members input').all()) await field.fill('');
  const fields = { date, durationMinutes: '95', fullMembers: '20', present: '17', excused: '3', unexcused: '0' };
  for (const [name, value] of Object.entries(fields)) await page.locator(`input[name=${name}]`).fill(value);
  await page.locator('input[name=kind][value=extraordinary]').check();
  await page.locator('input[name=resolution][value=resolution]').check();
  for (const task of await page.getByRole('group', { name: /^Việc \d+:/ }).all()) {
    await task.getByLabel('Hoàn thành').check();
  }
}

/** Gives a page the network of a bad phone, and a processor so many times slower. */
async function makeBad(page: Page, cpuSlower: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', NETWORK);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlower });
}

async function onPhone<T>(
  browser: Browser,
  { cookies, scripts }: AskedForm,
  task: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: scripts });
  try {
    await context.addCookies(cookies);
    return await task(await context.newPage());
  } finally {
    await context.close();
  }
}
