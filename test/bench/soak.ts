import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { communes as demoCommunes } from '#infra/demo/communes.ts';
import { type Month, monthAt } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { demoSystem, type Meeting, meetingsOf, type SignedIn, sendReport, signIn } from '#test/bench/demo-system.ts';
import type { Figure } from '#test/bench/figures.ts';
import { type Streamed, streamed } from '#test/bench/stream.ts';

/** What ODK Central's own soak asks for. Where others use the processors too a queue builds up; nothing may be lost. */
const BURST = { aSecond: 50, seconds: 20 };
/** While another program takes a whole core. */
const SHORT = { aSecond: 20, seconds: 20 };
/** The promise is 90 seconds. */
const LONGEST_WAIT_MS = 150_000;

interface Sending {
  readonly commune: SignedIn;
  readonly meeting: Meeting;
}

/**
 * Twenty reports a second while a program takes one core, and then fifty a second. The live scorecard is watched all the
 * while, and until the last of them is on it: what comes first waits for it while the others are sent and answered.
 */
export async function soakFigures(): Promise<Figure[]> {
  const system = await demoSystem();
  try {
    const { url } = system;
    const district = await signIn(url, 'district');
    const { firsts, others } = await sendingsOf(url);
    const half = Math.floor(firsts.length / 2);
    const stored: number[] = [];
    const seen = watch(() => reported(url, district), firsts.length);
    const send = async (news: readonly Sending[], { aSecond, seconds }: typeof BURST) => {
      const wanted = aSecond * seconds - news.length;
      if (others.length < wanted) throw new Error(`There are only ${others.length} meetings left to report`);
      const isNew = new Set(news);
      return streamed([...news, ...others.splice(0, wanted)], aSecond, async (each) => {
        const isStored = await sendReport(url, each.commune, each.meeting);
        if (isNew.has(each)) stored.push(performance.now());
        return isStored;
      });
    };
    const taken = takeACore();
    const short = await send(firsts.slice(0, half), SHORT).finally(() => taken.kill());
    const burst = await send(firsts.slice(half), BURST);
    const onScorecard = await seen.until(performance.now() + LONGEST_WAIT_MS);
    const waits = onScorecard.map((at, n) => at - (stored[n] ?? Number.NaN));
    return [
      ...figuresOf(burst, BURST),
      { name: `${nameOf(burst, BURST)}: all answered after the last by`, value: burst.after / 1000, unit: 's' },
      live('a report on the live scorecard meanwhile, at the latest after', waits.slice(half)),
      ...figuresOf(short, SHORT, ', one core taken'),
      live('a report on the live scorecard with one core taken, at the latest after', waits.slice(0, half)),
    ];
  } finally {
    await system.stop();
  }
}

/** @param waits from a report's answer to the live scorecard, in milliseconds */
const live = (name: string, waits: readonly number[]): Figure => ({
  ...{ name, value: Math.max(...waits) / 1000, unit: 's', floor: { name: 'the promise', value: 90 }, most: 1 },
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

const nameOf = ({ took }: Streamed, { aSecond }: typeof BURST) => `${took.length} reports, ${aSecond} a second`;

function figuresOf(sent: Streamed, at: typeof BURST, meanwhile = ''): Figure[] {
  const { took, failed } = sent;
  const name = nameOf(sent, at) + meanwhile;
  return [
    { name: `${name}: stored`, value: (100 * (took.length - failed)) / took.length, unit: '%' },
    { name: `${name}: half were answered within`, value: took[took.length >> 1] ?? 0, unit: 'ms' },
    { name: `${name}: 99 of 100 within`, value: took[Math.floor(took.length * 0.99)] ?? 0, unit: 'ms' },
  ];
}

/** Notes when a count has grown by one, by two, and so on; what it never reached it says as `Infinity`. */
function watch(count: () => Promise<number>, wanted: number): { until(end: number): Promise<readonly number[]> } {
  const seen: number[] = [];
  let latest = Number.POSITIVE_INFINITY;
  const watching = (async () => {
    const before = await count();
    while (seen.length < wanted && performance.now() < latest) {
      await setTimeout(1000);
      const grown = (await count()) - before;
      while (seen.length < grown) seen.push(performance.now());
    }
  })();
  return {
    async until(end) {
      latest = end;
      await watching;
      return Array.from({ length: wanted }, (_, n) => seen[n] ?? Number.POSITIVE_INFINITY);
    },
  };
}

async function reported(url: string, { headers }: SignedIn): Promise<number> {
  const month: Month = monthAt(new Date().toISOString());
  const answer = await fetch(`${url}/scorecards/hiep-hoa/${month}`, { headers });
  if (answer.status === 404) return 0;
  const { indicators } = (await answer.json()) as Scorecard;
  return indicators.find(({ id }) => id === 'reported')?.numerator ?? 0;
}
