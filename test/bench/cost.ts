import type { RollUpRequest } from '#functions/store/roll-up-queue.ts';
import { monthAt } from '#shared/period.ts';
import { communeOf } from '#shared/units/units.ts';
import { demoSystem, type Meeting, meetingsOf, type SignedIn, sendReport, signIn } from '#test/bench/demo-system.ts';
import type { Figure } from '#test/bench/figures.ts';
import { meteredDatabase, type Use } from '#test/bench/metered-database.ts';
import { prices } from '#test/bench/prices.ts';

const TIMES = 5;
/** A function of 1024 MB has about half a processor: what took a millisecond here is counted as two. */
const SLOWER = 2;
/** What Lambda and the HTTP API write to the log of a call, in bytes. */
const LOGGED = 1500;
const GB = 1e9;

/** What one task takes: of the database by its meter, of a function by the clock. */
export interface Taken extends Use {
  readonly milliseconds: number;
  readonly bytes: number;
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
}

/** Measures deeds one by one through the running system, in the demonstration's district. */
export async function measureCosts(): Promise<Costs> {
  let meter: Awaited<ReturnType<typeof meteredDatabase>> | undefined;
  const system = await demoSystem({
    database: async (...given) => {
      meter = await meteredDatabase(...given);
      return meter;
    },
  });
  try {
    const { url, operator } = system;
    const taken = async (task: (n: number) => Promise<number>): Promise<Taken> => {
      await task(0); // the first one starts the function
      meter?.take();
      let bytes = 0;
      let milliseconds = Number.POSITIVE_INFINITY; // the quickest: others may be at work on this machine
      for (let n = 1; n <= TIMES; n++) {
        const start = performance.now();
        bytes += await task(n);
        milliseconds = Math.min(milliseconds, performance.now() - start);
      }
      const { requests = 0, readUnits = 0, writeUnits = 0 } = meter?.take() ?? {};
      return {
        requests: requests / TIMES,
        readUnits: readUnits / TIMES,
        writeUnits: writeUnits / TIMES,
        milliseconds,
        bytes: bytes / TIMES,
      };
    };
    const once = async (task: () => Promise<number>): Promise<Taken> => {
      const start = performance.now();
      const bytes = await task();
      const use = meter?.take() ?? { requests: 0, readUnits: 0, writeUnits: 0 };
      return { ...use, milliseconds: performance.now() - start, bytes };
    };
    const page = (who: SignedIn | undefined, path: string) =>
      taken(() => sizeOf(`${url}${path}`, { ...who?.headers, accept: 'text/html' }));
    const commune = await signIn(url, 'thanh-van');
    const district = await signIn(url, 'district');
    const meetings = await meetingsOf(url, commune);
    const shown = meetings.at(-1) as Meeting; // the first one that is sent
    const month = monthAt(new Date().toISOString());
    const rollUp = (request: Omit<RollUpRequest, 'district'>) => async () => {
      await system.invoke(operator.outputs['RollupFunction'] ?? '', { district: 'hiep-hoa', ...request });
      return 0;
    };
    const next = () => sendReport(url, commune, meetings.pop() as Meeting).then(Number);
    const sent = await taken(next);
    const after: Taken[] = [];
    for (let n = 0; n < TIMES; n++) {
      await next();
      meter?.take();
      after.push(await once(rollUp({ month, official: false, commune: communeOf(shown.cell) })));
    }
    const earlier = monthAt(new Date(Date.now() - 100 * 24 * 60 * 60 * 1000).toISOString());
    meter?.take();
    return {
      nightly: await once(rollUp({ month: earlier, official: false })), // an official month has no live scorecards: each is stored
      closed: await once(rollUp({ month: earlier, official: true })),
      rollUp: quickest(after),
      session: [
        await page(undefined, '/login'),
        await taken(() => signIn(url, 'thanh-van').then(() => 0)),
        await page(commune, `/months/${month}`),
      ],
      report: [
        await page(commune, `/reports/new?cell=${shown.cell}&month=${month}&kind=regular`),
        sent,
        await page(commune, `/reports/${shown.cell}_${shown.date}_extraordinary`),
      ],
      scorecard: await page(district, `/scorecards/hiep-hoa/${month}`),
    };
  } finally {
    await system.stop();
  }
}

async function sizeOf(url: string, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(url, { headers: { ...headers, 'accept-encoding': 'br' } });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  await answer.arrayBuffer();
  return Number(answer.headers.get('content-length') ?? 0);
}

function quickest(all: readonly Taken[]): Taken {
  return [...all].sort((a, b) => a.milliseconds - b.milliseconds)[0] as Taken;
}

/** The dollars of one report, by what they are paid for. */
export type Parts = Readonly<Record<'database' | 'functions' | 'network' | 'queue' | 'logs' | 'storage', number>>;

/** How a month goes, where it is not measured. */
export interface Month {
  /** Of a district, in the month. */
  readonly reports: number;
  /** Runs asked for by reports: at most one a commune and minute. */
  readonly runs: number;
  readonly reportsASession: number;
  /** Views of scorecards in a district. */
  readonly views: number;
}

/** All in: the report's own requests, and its share of signing in, of the district's roll-ups and of reading the scorecards. */
export function costOfReport(costs: Costs, { reports, runs, reportsASession, views }: Month): Parts {
  const each: readonly (readonly [Taken, number, 'page' | 'run'])[] = [
    ...costs.report.map((taken) => [taken, 1, 'page'] as const),
    ...costs.session.map((taken) => [taken, 1 / reportsASession, 'page'] as const),
    [costs.scorecard, views / reports, 'page'],
    [costs.rollUp, runs / reports, 'run'],
    // Each night the open month, until the 10th the one before, and then that and the one before it as closed ones.
    [costs.nightly, 41 / reports, 'run'],
    [costs.closed, 51 / reports, 'run'],
  ];
  const sum = (of: (taken: Taken, kind: 'page' | 'run') => number) =>
    each.reduce((total, [taken, share, kind]) => total + share * of(taken, kind), 0);
  const stored = 3000 / GB; // a report with its words and its line in the access record, for the first year
  return {
    database: sum(({ readUnits, writeUnits }) => readUnits * prices.readUnit + writeUnits * prices.writeUnit),
    functions: sum(({ milliseconds }) => prices.lambdaRequest + (milliseconds / 1000) * SLOWER * prices.lambdaGbSecond),
    network: sum(({ bytes }, kind) =>
      kind === 'page' ? prices.apiRequest + prices.cloudFrontRequest + (bytes / GB) * prices.cloudFrontGb : 0,
    ),
    queue: (1 + (2 * (runs + 92)) / reports) * prices.fifoRequest,
    logs: sum((_, kind) => (kind === 'page' ? 2 : 1) * LOGGED * (prices.logGb / GB)),
    storage: stored * 12 * (prices.storedGbMonth + prices.recoveryGbMonth),
  };
}

/** A district as the country has them on average: 250,000 cells in 700. Two of a commune seldom come in one minute. */
const month: Month = { reports: 480, runs: 470, reportsASession: 5, views: 150 };

export async function costFigures(): Promise<Figure[]> {
  const costs = await measureCosts();
  const parts = costOfReport(costs, month);
  const total = Object.values(parts).reduce((sum, part) => sum + part, 0);
  const units = (name: string, { requests, readUnits, writeUnits }: Taken): Figure[] => [
    { name: `${name}: requests`, value: requests, unit: '' },
    { name: `${name}: read units`, value: readUnits, unit: '' },
    { name: `${name}: write units`, value: writeUnits, unit: '' },
  ];
  return [
    { name: 'a report, all in', value: total * 100, unit: 'US cents', floor: { name: 'the aim', value: 0.01 } },
    ...Object.entries(parts).map(([name, part]) => ({
      name: `a report: ${name}`,
      value: part * 100,
      unit: 'US cents',
    })),
    { name: 'the country’s month, 336,000 reports', value: total * month.reports * 700, unit: 'US dollars' },
    // Sign-in is paid by the account and month, however much is reported: 25 communes, 9 groups and a board each.
    { name: 'the country’s accounts, a month', value: (700 * 35 - 10_000) * prices.accountLite, unit: 'US dollars' },
    ...units('a report sent', costs.report[1] as Taken),
    ...units('a roll-up after one report', costs.rollUp),
    ...units('a roll-up by night', costs.nightly),
    ...units('a roll-up of a closed month', costs.closed),
    ...units('a scorecard read', costs.scorecard),
  ];
}
