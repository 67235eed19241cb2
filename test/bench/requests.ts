import type { Worker } from 'node:worker_threads';
import { LocalFunction } from '#infra/local/lambda/local-function.ts';
import { monthAt } from '#shared/period.ts';
import { type Meeting, meetingsOf, reportOf, type SignedIn, signIn } from '#test/bench/demo-system.ts';
import type { Figure } from '#test/bench/figures.ts';
import { meteredDemo } from '#test/bench/metered-demo.ts';

/** Each act so often; the first few start the function and compile what is hot. */
const TIMES = 20;
const WARM = 5;

/**
 * What a commune's officer does on an evening, by a browser: requests to the database and their units, and processor of
 * the function's own thread. What stands for AWS, and the client, work in other threads.
 *
 * @param list takes each act's requests, one a line, in the order in which they came
 */
export async function requestFigures(list: (line: string) => void = () => undefined): Promise<Figure[]> {
  const threads = watchThreads();
  const { system, take } = await meteredDemo();
  try {
    const { url } = system;
    const signedIn = await signIn(url, 'thanh-van');
    const held = await meetingsOf(url, signedIn);
    const month = monthAt(new Date().toISOString());
    const browser = { ...signedIn, headers: { ...signedIn.headers, accept: 'text/html' } };
    const shown = held.at(-1) as Meeting;
    const page = (path: string) => () => get(`${url}${path}`, browser);
    const report = `/reports/${shown.cell}_${shown.date}_extraordinary`;
    const acts: Readonly<Record<string, () => Promise<void>>> = {
      'a report sent': () => post(`${url}/reports`, browser, held.pop() as Meeting),
      'its page': page(`${report}?just=stored`),
      'the form': page(`/reports/new?cell=${shown.cell}&month=${month}&kind=regular`),
      'another form': page(`/reports/new?cell=${shown.cell}&month=${month}&kind=thematic`),
      'the board': page(`/months/${month}`),
      'a sign-in': async () => void (await signIn(url, 'thanh-van')),
    };
    const figures: Figure[] = [];
    for (const [name, act] of Object.entries(acts)) {
      for (let n = 0; n < WARM; n++) await act();
      take();
      await act();
      const { requests, readUnits, writeUnits, asked } = take();
      list(`${name}: ${requests} requests, ${readUnits} read units, ${writeUnits} write units`);
      for (const { operation, what, units } of asked) list(`  ${operation} ${what.slice(0, 160)}: ${units}`);
      const before = await threads.milliseconds();
      for (let n = 0; n < TIMES; n++) await act();
      const after = await threads.milliseconds();
      figures.push(
        { name: `${name}: requests`, value: requests, unit: '' },
        { name: `${name}: read units`, value: readUnits, unit: '' },
        { name: `${name}: write units`, value: writeUnits, unit: '' },
        { name: `${name}: processor of the function`, value: (after.own - before.own) / TIMES, unit: 'ms' },
        { name: `${name}: processor of all`, value: (after.all - before.all) / TIMES, unit: 'ms' },
      );
    }
    return figures;
  } finally {
    await system.stop();
  }
}

/** Adds up the processor of the functions' threads, and of the whole process, in milliseconds since the start. */
function watchThreads(): { milliseconds(): Promise<{ readonly own: number; readonly all: number }> } {
  const workers: Worker[] = [];
  const functions = LocalFunction.prototype as unknown as { start(): { readonly worker: Worker } };
  const start = functions.start;
  functions.start = function (this: unknown) {
    const environment = start.call(this as never);
    workers.push(environment.worker);
    return environment;
  };
  return {
    async milliseconds() {
      const used = await Promise.all(workers.map((worker) => worker.cpuUsage()));
      const sum = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;
      return { own: used.reduce((total, each) => total + sum(each), 0), all: sum(process.cpuUsage()) };
    },
  };
}

async function get(url: string, { headers }: SignedIn): Promise<void> {
  const answer = await fetch(url, { headers, redirect: 'manual' });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`);
}

/** As a browser sends a form: it is answered by the way to the report's page. */
async function post(url: string, { headers, token }: SignedIn, held: Meeting): Promise<void> {
  const sent = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', origin: new URL(url).origin },
    body: new URLSearchParams({ ...reportOf(held), baseRevision: '0', csrf: token }).toString(),
    redirect: 'manual',
  });
  await sent.arrayBuffer();
  if (sent.status !== 303) throw new Error(`a report is answered by ${sent.status}`);
}
