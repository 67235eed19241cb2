import { setTimeout } from 'node:timers/promises';
import { communes as demoCommunes } from '#infra/demo/communes.ts';
import { type Month, monthAt } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecard.ts';
import { demoSystem, type Meeting, meetingsOf, type SignedIn, sendReport, signIn } from '#test/bench/demo-system.ts';
import type { Figure } from '#test/bench/figures.ts';

const COMMUNES = 4;
const SECONDS = 40;
/** Half of what the local system takes at its best on two processors: what comes evenly, and not what it can bear. */
const A_SECOND = 15;
/** The promise is 90 seconds. */
const LONGEST_WAIT_MS = 150_000;

/** Reports that come evenly for a while, while the live scorecard is watched. */
export async function soakFigures(): Promise<Figure[]> {
  const system = await demoSystem();
  try {
    const { url } = system;
    const communes = await Promise.all(
      demoCommunes.slice(0, COMMUNES).map(async ([, , slug]) => {
        const commune = await signIn(url, slug);
        return { commune, meetings: await meetingsOf(url, commune) };
      }),
    );
    const district = await signIn(url, 'district');
    // The first report of a cell makes it one that has reported: those are looked for on the scorecard.
    const firsts = communes.flatMap(({ commune, meetings }) => [
      ...new Map(meetings.map((each) => [each.cell, { commune, meeting: each }])).values(),
    ]);
    const others = communes.flatMap(({ commune, meetings }) => meetings.map((meeting) => ({ commune, meeting })));
    const queue = [...firsts, ...others.filter(({ meeting }) => !firsts.some((each) => each.meeting === meeting))];
    const before = await reported(url, district);

    const took: number[] = [];
    const stored: number[] = [];
    let failed = 0;
    const send = async ({ commune, meeting }: { commune: SignedIn; meeting: Meeting }, isFirst: boolean) => {
      const start = performance.now();
      if (!(await sendReport(url, commune, meeting))) failed += 1;
      took.push(performance.now() - start);
      if (isFirst) stored.push(performance.now());
    };
    const watching = watch(() => reported(url, district), before, firsts.length);
    const sending: Promise<void>[] = [];
    const start = performance.now();
    for (const [n, each] of queue.slice(0, SECONDS * A_SECOND).entries()) {
      await setTimeout(Math.max(0, start + (n * 1000) / A_SECOND - performance.now()));
      sending.push(send(each, n < firsts.length));
    }
    await Promise.all(sending);
    const seconds = (performance.now() - start) / 1000;
    const seen = await watching;
    const waits = stored.sort((a, b) => a - b).map((at, n) => (seen[n] ?? Number.POSITIVE_INFINITY) - at);
    took.sort((a, b) => a - b);
    const name = `${took.length} reports in ${Math.round(seconds)} s`;
    return [
      { name: `${name}: stored`, value: (100 * (took.length - failed)) / took.length, unit: '%' },
      { name: `${name}: half were answered within`, value: took[took.length >> 1] ?? 0, unit: 'ms' },
      { name: `${name}: 99 of 100 within`, value: took[Math.floor(took.length * 0.99)] ?? 0, unit: 'ms' },
      {
        name: 'a report on the live scorecard meanwhile, at the latest after',
        value: Math.max(...waits) / 1000,
        unit: 's',
        floor: { name: 'the promise', value: 90 },
        most: 1,
      },
    ];
  } finally {
    await system.stop();
  }
}

/** When the count had grown by one, by two, and so on. */
async function watch(count: () => Promise<number>, before: number, wanted: number): Promise<number[]> {
  const seen: number[] = [];
  const end = performance.now() + SECONDS * 1000 + LONGEST_WAIT_MS;
  while (seen.length < wanted && performance.now() < end) {
    const now = await count();
    while (seen.length < now - before) seen.push(performance.now());
    await setTimeout(1000);
  }
  return seen;
}

async function reported(url: string, { headers }: SignedIn): Promise<number> {
  const month: Month = monthAt(new Date().toISOString());
  const answer = await fetch(`${url}/scorecards/hiep-hoa/${month}`, { headers });
  if (answer.status === 404) return 0;
  const { indicators } = (await answer.json()) as Scorecard;
  return indicators.find(({ id }) => id === 'reported')?.numerator ?? 0;
}
