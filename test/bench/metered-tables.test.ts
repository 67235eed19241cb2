import { expect, it } from 'vitest';
import { rollUp } from '#functions/rollup/roll-up.ts';
import type { RollUpRequest } from '#functions/store/roll-up-queue.ts';
import { MeteredTables } from '#test/bench/metered-tables.ts';
import { onDynalite } from '#test/dynamodb.ts';
import { aDistrict } from '#test/functions/rollup/district.ts';
import { month } from '#test/shared/samples.ts';

const database = onDynalite();
const of = month('2021-03');

it('tables in memory answer as DynamoDB does, and count the units that it counts', async () => {
  const tables = new MeteredTables();
  const real = database();
  const used = { requests: 0, readUnits: 0, writeUnits: 0 };
  real.db.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
        const { ConsumedCapacity = [] } = result.output as { ConsumedCapacity?: Consumed | Consumed[] };
        used.requests += 1;
        for (const { CapacityUnits } of [ConsumedCapacity].flat()) {
          used[/^Put/.test(String(commandName)) ? 'writeUnits' : 'readUnits'] += CapacityUnits;
        }
        return result;
      },
    { step: 'initialize', priority: 'high' },
  );
  const [there, here] = [await monthIn(real), await monthIn({ ...real, db: tables.client() })];
  expect(here).toEqual(there);
  const { requests, readUnits, writeUnits } = tables;
  // DynamoDB also counts what is written to an index, which dynalite does not: one unit for the thematic meeting,
  // and one for the regular one, whose subjects later months look up.
  expect({ requests, readUnits, writeUnits: writeUnits - 2 }).toEqual(used);
});

interface Consumed {
  readonly CapacityUnits: number;
}

/** Some weeks of a small district, and its scorecards. */
async function monthIn(db: Parameters<typeof aDistrict>[0]) {
  const own = await aDistrict(db, 'huyen');
  const run = (at: string, changes: Partial<RollUpRequest> = {}) =>
    rollUp({ district: own.district, month: of, official: false, ...changes }, own.stores, at);
  await own.report('thanh-van.thanh-binh', { kind: 'thematic', date: '2021-02-20' as never });
  await own.report('thanh-van.thanh-binh', { date: '2021-03-03' as never });
  await run('2021-03-05T00:00:00Z');
  await own.report('chau-minh.ngo-xa', { date: '2021-03-03' as never });
  await own.report('thanh-van.thanh-binh', { date: '2021-03-03' as never, present: 19, excused: 1 }, 1);
  await run('2021-03-05T01:00:00Z', { commune: `${own.district}.thanh-van` });
  await run('2021-04-12T00:00:00Z', { official: true });
  return Promise.all(['', 'thanh-van', 'chau-minh'].map((path) => own.current(path, of)));
}
