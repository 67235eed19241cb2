import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { withFormat } from '#functions/store/format.ts';
import { tableNamesBy } from '#functions/store/tables.ts';
import { demoItems } from '#infra/demo/demo-items.ts';
import type { TableItems } from '#infra/demo/demo-year.ts';
import { MemoryTables } from '#infra/demo/memory-tables.ts';
import { demoMonths } from '#infra/demo/months.ts';
import { district } from '#infra/demo/units.ts';
import type { Month } from '#shared/period.ts';

const now = '2026-11-28T10:00:00.000Z';
const months = demoMonths(now);
const [running, closed] = [months.at(-1) as Month, months.at(-2) as Month];
const names = tableNamesBy(({ id }) => id);
const tables = new MemoryTables();
const stores = rollUpStores(tables.client(), names);

beforeAll(async () => {
  for await (const { table, items } of demoItems(now)) await put(table, items);
});

async function put(table: TableItems['table'], items: readonly object[]): Promise<void> {
  for (const Item of items) {
    await tables.client().send(new PutCommand({ TableName: names[table], Item: withFormat(Item) }));
  }
}

const kept = () => [names.scorecards, names.matters].flatMap((name) => tables.itemsOf(name));

describe('the items of the demonstration', () => {
  it('hold a scorecard of each month, official once it has closed', async () => {
    const found = await stores.scorecards.between(district.id, months[0] as Month, running);
    expect(found.map(({ month, status }) => [month, status])).toEqual(
      months.map((month) => [month, month === running ? 'live' : 'official']),
    );
  });

  it.each([
    { month: closed, official: true },
    { month: running, official: false },
  ])('leave a roll-up of $month nothing to change, nor a concern to raise', async ({ month, official }) => {
    const before = kept();
    expect(before.length).toBeGreaterThan(1000);
    expect(await rollUp({ district: district.id, month, official }, stores, now)).toEqual([]);
    expect(kept()).toEqual(before);
  });
});
