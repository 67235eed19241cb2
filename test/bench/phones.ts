import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { communes } from '#infra/demo/communes.ts';
import type { CallReport } from '#infra/local/lambda/local-function.ts';
import { reportOnBadPhone } from '#test/bench/bad-phone.ts';
import { demoSystem, type Meeting, meetingsOf, password, reportOf, signIn } from '#test/bench/demo-system.ts';
import type { Figure } from '#test/bench/figures.ts';
import { type Exchange, Phone, type Shown } from '#test/bench/phone.ts';
import { shapedWay } from '#test/bench/shaped.ts';
import { findBrowser, launch } from '#test/browser/find-browser.ts';

const PHONES = 100;
/** Of them, those that are a whole Chromium. */
const BROWSERS = 3;

interface Owner {
  readonly user: string;
  readonly meeting: Meeting;
}

/**
 * Seven in the evening of the last day: a hundred bad phones that have nothing of ours sign in, look at the board, open a
 * form, send it and read the receipt, all at once. Each page is held against the same bytes from a server that does nothing,
 * on the same way, to the same number of phones at once.
 */
export async function phoneFigures(): Promise<Figure[]> {
  const found = await findBrowser();
  if (!found) throw new Error('The packages carry no browser for this machine, and none is installed');
  const calls: CallReport[] = [];
  const system = await demoSystem({ report: (call) => calls.push(call) });
  const way = await shapedWay(Number(new URL(system.url).port));
  const bare = await bareServer();
  const bareWay = await shapedWay(bare.port);
  const browser = await launch(found);
  try {
    const { url } = system;
    const owners = await ownersOf(url);
    calls.length = 0;
    const browsing = owners
      .slice(0, BROWSERS)
      .map(({ user, meeting }) => reportOnBadPhone(browser, url, { user, password }, meeting).then(() => true, loudly));
    const journeys = await Promise.all(
      owners.slice(BROWSERS).map((owner) => journey(new Phone(url, way.port), owner).catch(loudly)),
    );
    const inBrowsers = await Promise.all(browsing);
    const served = [...calls];
    const whole = journeys.filter((each) => each !== false);
    const bareTimes = await Promise.all(whole.map((pages) => replayed(new Phone(url, bareWay.port), pages)));
    if (whole.length === 0) throw new Error('Not one phone came through');
    const beyond = whole
      .flatMap((pages, n) => pages.map(({ exchanges }, page) => sum(exchanges) - (bareTimes[n]?.[page] ?? Number.NaN)))
      .sort((a, b) => a - b);
    const name = `${PHONES} bad phones at once`;
    const by = (of: (call: CallReport) => number) => served.map(of).sort((a, b) => a - b);
    const processor = by((call) => call.processorMs);
    return [
      {
        name: `${name}, reports stored`,
        value: whole.length + inBrowsers.filter(Boolean).length,
        unit: '',
      },
      {
        name: `${name}, requests from signing in to the receipt`,
        value: Math.max(...whole.map((pages) => pages.flatMap(({ exchanges }) => exchanges).length)),
        unit: '',
      },
      {
        name: `${name}, the slowest page beyond its own transfer`,
        value: (beyond.at(-1) ?? Number.NaN) / 1000,
        unit: 's',
        floor: { name: 'what is promised', value: 3 },
        most: 1,
      },
      { name: `${name}, half the pages beyond it by`, value: hundredth(beyond, 50) / 1000, unit: 's' },
      {
        name: `${name}, 99 of 100 calls of a function took`,
        value: hundredth(by((call) => call.duration)) / 1000,
        unit: 's',
        floor: { name: 'what is promised', value: 1 },
        most: 1,
      },
      { name: `${name}, of it in the function itself, processor`, value: hundredth(processor), unit: 'ms' },
      { name: `${name}, half of them, processor`, value: hundredth(processor, 50), unit: 'ms' },
      {
        name: `${name}, processor of the functions a report`,
        value: processor.reduce((all, each) => all + each, 0) / PHONES,
        unit: 'ms',
      },
      {
        name: `${name}, 99 of 100 waited for an environment`,
        value: hundredth(by((call) => call.waited)) / 1000,
        unit: 's',
      },
    ];
  } finally {
    await browser.close();
    for (const each of [way, bareWay, bare]) each.stop();
    await system.stop();
  }
}

/** Four phones a commune, each for a cell of its own. */
async function ownersOf(url: string): Promise<Owner[]> {
  const all = await Promise.all(
    communes.map(async ([, , user]) => {
      const newest = new Map(
        (await meetingsOf(url, await signIn(url, user))).map((meeting) => [meeting.cell, meeting]),
      );
      return [...newest.values()].map((meeting) => ({ user, meeting }));
    }),
  );
  // One of each commune, then the second of each: the browsers too are of different ones.
  const most = Math.max(...all.map(({ length }) => length));
  const owners = Array.from({ length: most }, (_, n) => all.flatMap((each) => each[n] ?? [])).flat();
  if (owners.length < PHONES) throw new Error(`There are only ${owners.length} cells to report for`);
  return owners.slice(0, PHONES);
}

/** @throws when the report is not stored */
async function journey(phone: Phone, { user, meeting }: Owner): Promise<readonly Shown[]> {
  const month = meeting.date.slice(0, 7);
  const entry = await phone.get('/');
  // It leads to a commune's home, the board.
  const board = await phone.post('/login', { ...hiddenIn(entry.html, '/login'), user, password });
  const form = await phone.get(`/reports/new?cell=${meeting.cell}&month=${month}`);
  const hidden = hiddenIn(form.html, '/reports');
  const receipt = await phone.post('/reports', { ...hidden, ...reportOf(meeting), ...doneTasks(hidden) });
  phone.hangUp();
  const pages = [entry, board, form, receipt];
  const stored = receipt.status === 200 && /class="[^"]*receipt/.test(receipt.html);
  if (!stored) throw new Error(`${user}: ${pages.map(({ status, path }) => `${path} ${status}`).join(', ')}`);
  return pages;
}

/** The hidden fields of a page's form. */
function hiddenIn(html: string, action: string): Record<string, string> {
  const form = new RegExp(`<form[^>]*action="[^"]*${action}"[^>]*>.*?</form>`, 's').exec(html)?.[0] ?? '';
  const inputs = form.match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
  const attribute = (input: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
  return Object.fromEntries(inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]));
}

/** The form asks after each task that is open. */
function doneTasks(hidden: Record<string, string>): Record<string, string> {
  const tasks = Object.keys(hidden).filter((name) => /^followUps\[\d+\]\.task$/.test(name));
  return Object.fromEntries(tasks.map((name) => [name.replace('.task', '.status'), 'done']));
}

/** What the same bytes take from a server that does nothing, page by page. */
async function replayed(phone: Phone, pages: readonly Shown[]): Promise<readonly number[]> {
  const took: number[] = [];
  for (const { exchanges } of pages) {
    const same: Exchange[] = [];
    for (const exchange of exchanges) same.push(await phone.like(exchange));
    took.push(sum(same));
  }
  phone.hangUp();
  return took;
}

/** Answers each request with as many bytes as it asks for, head included. */
async function bareServer(): Promise<{ readonly port: number; stop(): void }> {
  const server = createServer((request, response) => {
    const bytes = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('bytes'));
    request.resume().once('end', () => response.end('x'.repeat(Math.max(0, bytes - 130))));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const sum = (exchanges: readonly Exchange[]) => exchanges.reduce((all, { took }) => all + took, 0);

const hundredth = (sorted: readonly number[], n = 99) => sorted[Math.floor((sorted.length * n) / 100)] ?? Number.NaN;

/** What goes wrong is a phone whose report is not stored: the figure counts those. */
function loudly(error: unknown): false {
  console.error(error);
  return false;
}
