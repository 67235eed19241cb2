import { setTimeout } from 'node:timers/promises';
import { communes as demoCommunes } from '#infra/demo/communes.ts';
import { type Month, monthAt } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { demoSystem, type Meeting, meetingsOf, type SignedIn, sendReport, signIn } from '#test/bench/demo-system.ts';
import type { Figure } from '#test/bench/figures.ts';
import { type Streamed, streamed } from '#test/bench/stream.ts';

/** About half of what the local system takes at its best on two processors: what comes evenly, and what it bears. */
const STEADY = { aSecond: 15, seconds: 120 };
/** What ODK Central's own soak asks for. Where others use the processors too a queue builds up; nothing may be lost. */
const BURST = { aSecond: 50, seconds: 30 };
/** The promise is 90 seconds. */
const LONGEST_WAIT_MS = 150_000;

interface Sending {
  readonly commune: SignedIn;
  readonly meeting: Meeting;
}

/** Reports that come evenly for minutes, while the live scorecard is watched, and then as many as it can bear or more. */
export async function soakFigures(): Promise<Figure[]> {
  const system = await demoSystem();
  try {
    const { url } = system;
    const district = await signIn(url, 'district');
    const { firsts, others } = await sendingsOf(url);
    const steady = STEADY.aSecond * STEADY.seconds - firsts.size;
    const burst = BURST.aSecond * BURST.seconds;
    if (others.length < steady + burst) throw new Error(`There are only ${others.length} meetings to report`);

    const before = await reported(url, district);
    const stored: number[] = [];
    const send = ({ commune, meeting }: Sending) => sendReport(url, commune, meeting);
    const watching = watch(() => reported(url, district), before, firsts.size);
    const evenly = await streamed([...firsts, ...others.slice(0, steady)], STEADY.aSecond, async (each) => {
      const isStored = await send(each);
      if (firsts.has(each)) stored.push(performance.now());
      return isStored;
    });
    const seen = await watching;
    const waits = stored.map((at, n) => (seen[n] ?? Number.POSITIVE_INFINITY) - at);
    const atOnce = await streamed(others.slice(steady, steady + burst), BURST.aSecond, send);
    return [
      ...figuresOf(evenly, STEADY),
      {
        name: 'a report on the live scorecard meanwhile, at the latest after',
        value: Math.max(...waits) / 1000,
        unit: 's',
        floor: { name: 'the promise', value: 90 },
        most: 1,
      },
      ...figuresOf(atOnce, BURST),
      { name: `${nameOf(atOnce, BURST)}: all answered after the last by`, value: atOnce.after / 1000, unit: 's' },
    ];
  } finally {
    await system.stop();
  }
}

/** What every commune may send: of each cell one report of this month, by which it becomes one that has reported. */
async function sendingsOf(url: string): Promise<{ readonly firsts: Set<Sending>; readonly others: Sending[] }> {
  const all = await Promise.all(
    demoCommunes.map(async ([, , slug]) => {
      const commune = await signIn(url, slug);
      return (await meetingsOf(url, commune)).map((meeting) => ({ commune, meeting }));
    }),
  );
  const sendings = all.flat();
  const firsts = new Set(new Map(sendings.map((each) => [each.meeting.cell, each])).values());
  return { firsts, others: sendings.filter((each) => !firsts.has(each)) };
}

const nameOf = ({ took }: Streamed, { aSecond }: typeof STEADY) => `${took.length} reports, ${aSecond} a second`;

function figuresOf(sent: Streamed, at: typeof STEADY): Figure[] {
  const { took, failed } = sent;
  const name = nameOf(sent, at);
  return [
    { name: `${name}: stored`, value: (100 * (took.length - failed)) / took.length, unit: '%' },
    { name: `${name}: half were answered within`, value: took[took.length >> 1] ?? 0, unit: 'ms' },
    { name: `${name}: 99 of 100 within`, value: took[Math.floor(took.length * 0.99)] ?? 0, unit: 'ms' },
  ];
}

/** When the count had grown by one, by two, and so on. */
async function watch(count: () => Promise<number>, before: number, wanted: number): Promise<number[]> {
  const seen: number[] = [];
  const end = performance.now() + STEADY.seconds * 1000 + LONGEST_WAIT_MS;
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
