import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { type AskedForm, timeToForm, timeToReceipt } from '#test/bench/bad-phone.ts';
import { demoSystem, type Meeting, meetingsOf, signIn } from '#test/bench/demo-system.ts';
import { type Figure, median } from '#test/bench/figures.ts';
import { findBrowser, launch } from '#test/browser/find-browser.ts';

const RUNS = 2;

/** The report form on the worst phone, until it can be typed into and until its receipt stands there, beside bare HTML. */
export async function formFigures(): Promise<Figure[]> {
  const found = await findBrowser();
  if (!found) throw new Error('The packages carry no browser for this machine, and none is installed');
  const system = await demoSystem();
  const browser = await launch(found);
  const bareForms: BareForm[] = [];
  try {
    const { url } = system;
    const commune = await signIn(url, 'thanh-van');
    const meetings = await meetingsOf(url, commune);
    const cookies = (commune.headers['cookie'] ?? '').split('; ').map((each) => {
      const [name = '', value = ''] = each.split(/=(.*)/s);
      return { name, value, url };
    });
    const ours = ({ cell, date }: Meeting, scripts: boolean): AskedForm => ({
      url: `${url}/reports/new?cell=${cell}&month=${date.slice(0, 7)}`,
      cookies,
      scripts,
    });
    const [first] = meetings as [Meeting];
    const asBrowser = { headers: { ...commune.headers, accept: 'text/html' } };
    const html = await (await fetch(ours(first, false).url, asBrowser)).text();
    const answered = await bareForm(html, { redirects: false });
    const ledOn = await bareForm(html, { redirects: true });
    bareForms.push(answered, ledOn);

    const send = (scripts: boolean) => () => {
      const meeting = meetings.pop() as Meeting; // each is stored once
      return timeToReceipt(browser, ours(meeting, scripts), meeting);
    };
    const ms = await medians({
      bare: () => timeToForm(browser, answered.form),
      plain: () => timeToForm(browser, ours(first, false)),
      scripted: () => timeToForm(browser, ours(first, true)),
      bareAnswered: () => timeToReceipt(browser, answered.form, first),
      bareLedOn: () => timeToReceipt(browser, ledOn.form, first),
      plainSent: send(false),
      scriptedSent: send(true),
    });
    const figure = (name: string, value: number, floor: string, against: number): Figure => ({
      name: `on a bad phone, ${name}`,
      value,
      unit: 'ms',
      floor: { name: floor, value: against },
    });
    const fields = 'the same fields as bare HTML';
    const atOnce = 'a bare form that is answered at once';
    const redirected = 'a bare form that is led on by 303';
    return [
      figure('form usable, without scripts', ms.plain, fields, ms.bare),
      figure('form usable, with scripts', ms.scripted, fields, ms.bare),
      figure('receipt, without scripts', ms.plainSent, atOnce, ms.bareAnswered),
      figure('receipt, with scripts', ms.scriptedSent, atOnce, ms.bareAnswered),
      figure('receipt, without scripts', ms.plainSent, redirected, ms.bareLedOn),
      figure('receipt, with scripts', ms.scriptedSent, redirected, ms.bareLedOn),
    ];
  } finally {
    for (const { stop } of bareForms) stop();
    await browser.close();
    await system.stop();
  }
}

/** Each once a run, one after another: what disturbs a run disturbs them all. */
async function medians<K extends string>(
  measures: Readonly<Record<K, () => Promise<number>>>,
): Promise<Record<K, number>> {
  const names = Object.keys(measures) as K[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let run = 0; run < RUNS; run++) {
    for (const name of names) times.get(name)?.push(await measures[name]());
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<K, number>;
}

interface BareForm {
  readonly form: AskedForm;
  stop(): void;
}

/**
 * The fields of a page of ours and nothing else, from a server that does nothing with them.
 *
 * @param redirects whether the receipt is the answer to the post, or a page of its own that the post leads to
 */
async function bareForm(html: string, { redirects }: { readonly redirects: boolean }): Promise<BareForm> {
  const form = brotliCompressSync(html.replace(/<style.*?<\/style>|<script.*?<\/script>|<link[^>]*>/gs, ''));
  const receipt = brotliCompressSync('<!doctype html><title>Receipt</title><p class="receipt">2102-KY3D-10BR');
  const server = createServer((request, response) => {
    if (request.method === 'POST' && redirects) return response.writeHead(303, { location: '/receipt' }).end();
    const isSent = request.method === 'POST' || request.url === '/receipt';
    return response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' })
      .end(isSent ? receipt : form);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { form: { url, cookies: [], scripts: true }, stop: () => server.close() };
}
