import { communes as demoCommunes } from '#infra/demo/communes.ts';
import { LocalFunction } from '#infra/local/lambda/local-function.ts';
import { chainFigures } from '#test/bench/chain-model.ts';
import { type Meeting, meetingsOf, sendReport, signIn } from '#test/bench/demo-system.ts';
import { type Figure, median } from '#test/bench/figures.ts';
import type { Asked } from '#test/bench/metered-database.ts';
import { meteredDemo } from '#test/bench/metered-demo.ts';
import { streamed } from '#test/bench/stream.ts';

/** Sign-ins a second in one district, while one of its reports is opened every second. */
const RATES = [0, 8];
const SECONDS = 10;

export async function floodFigures(): Promise<Figure[]> {
  return [...chainFigures(), ...(await pageFigures())];
}

/** How long a report's page takes, and where: waiting for one of the four environments, in the function, elsewhere. */
async function pageFigures(): Promise<Figure[]> {
  const waits = watchQueue();
  const { system, take } = await meteredDemo();
  try {
    const { url } = system;
    const commune = await signIn(url, 'thanh-van');
    const held = (await meetingsOf(url, commune)).at(-1) as Meeting;
    await sendReport(url, commune, held);
    const path = `${url}/reports/${held.cell}_${held.date}_extraordinary`;
    const open = async () => {
      const answer = await fetch(path, { headers: { ...commune.headers, accept: 'text/html' } });
      await answer.arrayBuffer();
      return answer.ok;
    };
    await Promise.all(Array.from({ length: 8 }, open)); // each environment is warm
    const figures: Figure[] = [];
    let quiet = Number.NaN;
    for (const rate of RATES) {
      const users = Array.from({ length: rate * SECONDS }, (_, n) => demoCommunes[n % demoCommunes.length]?.[2] ?? '');
      take();
      waits.take();
      const start = process.cpuUsage();
      const [pages] = await Promise.all([
        streamed(Array.from({ length: SECONDS }), 1, open),
        streamed(users, rate, async (user) => (await signIn(url, user)).token !== undefined),
      ]);
      const { user, system: inSystem } = process.cpuUsage(start);
      const page = median(pages.took);
      if (rate === 0) quiet = page;
      const of = `a report’s page, ${rate} sign-ins a second beside it`;
      const asked = take().asked;
      figures.push(
        {
          name: `${of}: half within`,
          value: page,
          unit: 'ms',
          floor: { name: 'without them', value: quiet },
          most: 1.3,
        },
        { name: `${of}: half waited for an environment`, value: median(waits.take()), unit: 'ms' },
        { name: `${of}: tries an entry of the record`, value: triesAn(asked), unit: '' },
        { name: `${of}: processor used, of one`, value: (user + inSystem) / 10_000 / SECONDS, unit: '%' },
      );
    }
    return figures;
  } finally {
    await system.stop();
  }
}

/** How often an entry was put until it had a number of its own. */
function triesAn(asked: readonly Asked[]): number {
  const puts = asked.filter(({ operation, what }) => operation === 'PutItem' && what.startsWith('Audit '));
  return puts.length / new Set(puts.map(({ what }) => what)).size;
}

/** Notes how long each call waited until an environment was free. */
function watchQueue(): { take(): readonly number[] } {
  let waited: number[] = [];
  const queue = LocalFunction.prototype as unknown as { take(): Promise<unknown> };
  const take = queue.take;
  queue.take = async function (this: unknown) {
    const start = performance.now();
    const environment = await take.call(this as never);
    waited.push(performance.now() - start);
    return environment;
  };
  return {
    take() {
      const all = waited;
      waited = [];
      return all;
    },
  };
}
