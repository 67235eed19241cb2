import type { RollUpRequest } from '#functions/store/roll-up-queue.ts';
import { addMonths, type Month, monthAt } from '#shared/period.ts';
import { communeOf } from '#shared/units/units.ts';
import { type Act, actsOf } from '#test/bench/acts.ts';
import {
  type DemoSystem,
  type Meeting,
  meetingsOf,
  type SignedIn,
  sendReport,
  signIn,
} from '#test/bench/demo-system.ts';
import type { Use } from '#test/bench/metered-database.ts';
import { meteredDemo } from '#test/bench/metered-demo.ts';

const TIMES = 5;

/** What one task takes. */
export interface Taken extends Use {
  /** Of the functions, in milliseconds. */
  readonly processorMs: number;
  /** Requests to the API. */
  readonly calls: number;
  /** Runs of functions that nobody waits for. */
  readonly runs: number;
  /** Of the answers. */
  readonly bytes: number;
  readonly mails: number;
}

export interface Costs {
  /** A commune's evening: signing in and the board, which all its reports share. */
  readonly session: readonly Taken[];
  /** One report: its form, sending it, and the page that shows it. */
  readonly report: readonly Taken[];
  /** A district-month rolled up after one report: its commune counted, the district merged. */
  readonly rollUp: Taken;
  /** The same by night, where every scorecard is stored anew. */
  readonly nightly: Taken;
  /** A month that is official and has not changed. */
  readonly closed: Taken;
  /** A district's scorecard read. */
  readonly scorecard: Taken;
  /** What is paid besides, by its name. */
  readonly acts: Readonly<Record<string, Taken>>;
}

/** Measures deeds one by one through the running system, in the demonstration's district. */
export async function measureCosts(): Promise<Costs> {
  let processorMs = 0;
  const { system, take } = await meteredDemo({
    report: (call) => {
      processorMs += call.processorMs;
    },
  });
  try {
    return await measured(system, () => {
      const taken = { ...take(), processorMs };
      processorMs = 0;
      return taken;
    });
  } finally {
    await system.stop();
  }
}

async function measured(system: DemoSystem, take: () => Use & Pick<Taken, 'processorMs'>): Promise<Costs> {
  const { url, operator } = system;
  const once = async (task: Act): Promise<Taken> => {
    take();
    const { bytes = 0, calls = 0, runs = 0, mails = 0 } = await task();
    return { ...take(), calls, runs, bytes, mails };
  };
  /** The first one starts the function; of the others the quickest, since others may be at work on this machine. */
  const often = async (task: Act, times = TIMES): Promise<Taken> => {
    await task();
    const all: Taken[] = [];
    for (let n = 0; n < times; n++) all.push(await once(task));
    return quickest(all);
  };
  const report = (held: Meeting) => `${held.cell}_${held.date}_extraordinary`;
  const page = (who: SignedIn | undefined, path: string) =>
    often(async () => ({ calls: 1, bytes: await sizeOf(`${url}${path}`, { ...who?.headers, accept: 'text/html' }) }));
  const commune = await signIn(url, 'thanh-van');
  const district = await signIn(url, 'district');
  const meetings = await meetingsOf(url, commune);
  const shown = meetings.at(-1) as Meeting; // the first one that is sent
  const month = monthAt(new Date().toISOString());
  const rollUp = (request: Omit<RollUpRequest, 'district'>) => async () => {
    await system.invoke(operator.outputs['RollupFunction'] ?? '', { district: 'hiep-hoa', ...request });
    return { runs: 1 };
  };
  const next = async () => {
    await sendReport(url, commune, meetings.pop() as Meeting);
    return { calls: 1 };
  };
  const sent = await often(next);
  const after: Taken[] = [];
  for (let n = 0; n < TIMES; n++) {
    await next();
    after.push(await once(rollUp({ month, official: false, commune: communeOf(shown.cell) })));
  }
  const earlier: Month = addMonths(month, -3);
  return {
    nightly: await once(rollUp({ month: earlier, official: false })), // an official month has no live scorecards: each is stored
    closed: await once(rollUp({ month: earlier, official: true })),
    rollUp: quickest(after),
    session: [
      await page(undefined, '/login'),
      await often(() => signIn(url, 'thanh-van').then(() => ({ calls: 1 }))),
      await page(commune, `/months/${month}`),
    ],
    report: [
      await page(commune, `/reports/new?cell=${shown.cell}&month=${month}&kind=regular`),
      sent,
      await page(commune, `/reports/${report(shown)}`),
    ],
    scorecard: await page(district, `/scorecards/hiep-hoa/${month}`),
    acts: await takenBy(await actsOf(system, report(shown)), once),
  };
}

async function takenBy(acts: Readonly<Record<string, Act>>, once: (act: Act) => Promise<Taken>) {
  const taken: Record<string, Taken> = {};
  for (const [name, act] of Object.entries(acts)) taken[name] = await once(act);
  return taken;
}

async function sizeOf(url: string, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(url, { headers: { ...headers, 'accept-encoding': 'br' } });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  await answer.arrayBuffer();
  return Number(answer.headers.get('content-length') ?? 0);
}

function quickest(all: readonly Taken[]): Taken {
  return [...all].sort((a, b) => a.processorMs - b.processorMs)[0] as Taken;
}
