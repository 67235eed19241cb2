import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { loadDemo } from '#infra/demo/load-demo.ts';
import { startLocalSystem } from '#infra/local/system.ts';
import { monthAt } from '#shared/period.ts';
import { startChromium } from '#test/system/chromium.ts';

/**
 * The report form on the worst phone: 400 ms to the server and back, 50 kB/s, a processor six times slower. Beside it
 * in the same run the same fields as bare HTML. Prints milliseconds, the median of several runs, and their ratio.
 */
const RUNS = 7;
const network = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const month = monthAt(new Date().toISOString());

async function onBadPhone(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', network);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  return page;
}

/** Until the form can be typed into, from a browser that has nothing of ours. */
async function timeToForm(
  browser: Browser,
  url: string,
  cookies: Parameters<BrowserContext['addCookies']>[0],
  javaScriptEnabled: boolean,
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled });
  await context.addCookies(cookies);
  const page = await onBadPhone(context);
  const start = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('input[name=present]').fill('1');
  const time = performance.now() - start;
  await context.close();
  return time;
}

/** From pressing the button to seeing the receipt number. */
async function timeToSent(
  browser: Browser,
  url: string,
  cookies: Parameters<BrowserContext['addCookies']>[0],
  javaScriptEnabled: boolean,
  day: number,
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled });
  await context.addCookies(cookies);
  const page = await onBadPhone(context);
  await page.goto(url, { waitUntil: 'load' });
  for (const field of await page.locator('#s-members input').all()) await field.fill('');
  const fields = {
    date: `${day}/${month.slice(5)}/${month.slice(0, 4)}`,
    durationMinutes: '95',
    fullMembers: '20',
    present: '17',
    excused: '3',
    unexcused: '0',
  };
  for (const [name, value] of Object.entries(fields)) await page.locator(`input[name=${name}]`).fill(value);
  await page.locator('input[name=kind][value=extraordinary]').check();
  await page.locator('input[name=resolution][value=resolution]').check();
  for (const task of await page.getByRole('group', { name: /^Việc \d+:/ }).all()) {
    await task.getByLabel('Hoàn thành').check();
  }
  const start = performance.now();
  await page.locator('.send button:not([name])').click();
  await page.locator('.receipt').waitFor();
  const time = performance.now() - start;
  await context.close();
  return time;
}

const median = (times: readonly number[]) =>
  Math.round([...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0);

const dataDir = await mkdtemp(join(tmpdir(), 'so-chi-bo-bench-'));
const system = await startLocalSystem({ assembly: resolve('cdk.out'), dataDir, port: 0, log: () => undefined });
await loadDemo(system, new Date().toISOString());
const browser = await startChromium();
try {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${system.url}/login`);
  await page.locator('input[name=user]').fill('thanh-van');
  await page.locator('input[name=password]').fill('Chi-bo-2026');
  await page.locator('main button').click();
  const link = page.locator('main a[href^="/reports/new?cell="]').first();
  const form = new URL((await link.getAttribute('href')) ?? '', system.url).href;
  const cookies = await context.cookies();
  const html = await (await context.request.get(form)).text();
  await context.close();

  const bareHtml = html.replace(/<style.*?<\/style>|<script.*?<\/script>|<link[^>]*>/gs, '');
  const bareBody = brotliCompressSync(bareHtml);
  const bareServer = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' }).end(bareBody);
  }).listen(0, '127.0.0.1');
  await once(bareServer, 'listening');
  const bare = `http://127.0.0.1:${(bareServer.address() as AddressInfo).port}/`;

  const times = {
    bare: [] as number[],
    html: [] as number[],
    enhanced: [] as number[],
    sentPlain: [] as number[],
    sentEnhanced: [] as number[],
  };
  for (let run = 0; run < RUNS; run++) {
    times.bare.push(await timeToForm(browser, bare, [], true));
    times.html.push(await timeToForm(browser, form, cookies, false));
    times.enhanced.push(await timeToForm(browser, form, cookies, true));
    times.sentPlain.push(await timeToSent(browser, form, cookies, false, 2 * run + 1));
    times.sentEnhanced.push(await timeToSent(browser, form, cookies, true, 2 * run + 2));
  }
  bareServer.close();
  const base = median(times.bare);
  const row = (name: string, list: readonly number[]) =>
    console.log(`${name.padEnd(44)} ${String(median(list)).padStart(6)} ms  ${(median(list) / base).toFixed(2)}x bare`);
  console.log(
    `Form page ${html.length} characters, ${brotliCompressSync(html).length} bytes brotli; ${RUNS} runs each`,
  );
  row('usable form, bare HTML with the same fields', times.bare);
  row('usable form, without scripts', times.html);
  row('usable form, with scripts', times.enhanced);
  row('sent report, without scripts', times.sentPlain);
  row('sent report, with scripts', times.sentEnhanced);
} finally {
  await browser.close();
  await system.stop();
  await rm(dataDir, { recursive: true });
}
