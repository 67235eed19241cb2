import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { communes as demoCommunes } from '#infra/demo/communes.ts';
import { type Month, monthAt } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { demoSystem, type Meeting, meetingsOf, type SignedIn, sendReport, signIn } from '#test/bench/demo-system.ts';
import type { Figure } from '#test/bench/figures.ts';
import { type Streamed, streamed } from '#test/bench/stream.ts';

/** About half of what the local system takes at its best on two processors: what comes evenly, and what it bears. */
const STEADY = { aSecond: 15, seconds: 60 };
/** What ODK Central's own soak asks for. Where others use the processors too a queue builds up; nothing may be lost. */
const BURST = { aSecond: 50, seconds: 30 };
/** While another program takes a whole core. */
const SHORT = { aSecond: 20, seconds: 30 };
/** The promise is 90 seconds. */
const LONGEST_WAIT_MS = 150_000;

interface Sending {
  readonly commune: SignedIn;
  readonly meeting: Meeting;
}

/**
 * Reports that come evenly for a minute, then while a program takes one core, and then as many as the system can bear or
 * more. The live scorecard is watched during the first two.
 */
export async function soakFigures(): Promise<Figure[]> {
  const system = await demoSystem();
  try {
    const { url } = system;
    const district = await signIn(url, 'district');
    const { firsts, others } = await sendingsOf(url);
    const half = Math.floor(firsts.length / 2);
    const send = ({ commune, meeting }: Sending) => sendReport(url, commune, meeting);
    const next = (pace: typeof STEADY, besides: number) => {
      const wanted = pace.aSecond * pace.seconds - besides;
      if (others.length < wanted) throw new Error(`There are only ${others.length} meetings left to report`);
      return others.splice(0, wanted);
    };
    const watched = async (news: readonly Sending[], pace: typeof STEADY): Promise<WatchedStream> => {
      const before = await reported(url, district);
      const stored: number[] = [];
      const isNew = new Set(news);
      const watching = watch(() => reported(url, district), before, news.length, pace);
      const stream = await streamed([...news, ...next(pace, news.length)], pace.aSecond, async (each) => {
        const isStored = await send(each);
        if (isNew.has(each)) stored.push(performance.now());
        return isStored;
      });
      const seen = await watching;
      return { stream, longest: Math.max(...stored.map((at, n) => (seen[n] ?? Number.POSITIVE_INFINITY) - at)) };
    };
    const evenly = await watched(firsts.slice(0, half), STEADY);
    const taken = takeACore();
    const short = await watched(firsts.slice(half), SHORT).finally(() => taken.kill());
    const atOnce = await streamed(next(BURST, 0), BURST.aSecond, send);
    return [
      ...figuresOf(evenly.stream, STEADY),
      live('a report on the live scorecard meanwhile, at the latest after', evenly),
      ...figuresOf(short.stream, SHORT, ', one core taken'),
      live('a report on the live scorecard with one core taken, at the latest after', short),
      ...figuresOf(atOnce, BURST),
      { name: `${nameOf(atOnce, BURST)}: all answered after the last by`, value: atOnce.after / 1000, unit: 's' },
    ];
  } finally {
    await system.stop();
  }
}

interface WatchedStream {
  readonly stream: Streamed;
  /** The longest that a report took from its answer to the live scorecard, in milliseconds. */
  readonly longest: number;
}

const live = (name: string, { longest }: WatchedStream): Figure => ({
  ...{ name, value: longest / 1000, unit: 's', floor: { name: 'the promise', value: 90 }, most: 1 },
});

/** A program that uses all of one processor. */
const takeACore = () => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });

/** What every commune may send: of each cell one report of this month, by which it becomes one that has reported. */
async function sendingsOf(url: string): Promise<{ readonly firsts: readonly Sending[]; readonly others: Sending[] }> {
  const all = await Promise.all(
    demoCommunes.map(async ([, , slug]) => {
      const commune = await signIn(url, slug);
      return (await meetingsOf(url, commune)).map((meeting) => ({ commune, meeting }));
    }),
  );
  const sendings = all.flat();
  const firsts = new Set(new Map(sendings.map((each) => [each.meeting.cell, each])).values());
  return { firsts: [...firsts], others: sendings.filter((each) => !firsts.has(each)) };
}

const nameOf = ({ took }: Streamed, { aSecond }: typeof STEADY) => `${took.length} reports, ${aSecond} a second`;

function figuresOf(sent: Streamed, at: typeof STEADY, meanwhile = ''): Figure[] {
  const { took, failed } = sent;
  const name = nameOf(sent, at) + meanwhile;
  return [
    { name: `${name}: stored`, value: (100 * (took.length - failed)) / took.length, unit: '%' },
    { name: `${name}: half were answered within`, value: took[took.length >> 1] ?? 0, unit: 'ms' },
    { name: `${name}: 99 of 100 within`, value: took[Math.floor(took.length * 0.99)] ?? 0, unit: 'ms' },
  ];
}

/** When the count had grown by one, by two, and so on. */
async function watch(
  count: () => Promise<number>,
  before: number,
  wanted: number,
  { seconds }: typeof STEADY,
): Promise<number[]> {
  const seen: number[] = [];
  const end = performance.now() + seconds * 1000 + LONGEST_WAIT_MS;
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
