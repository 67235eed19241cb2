import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { rollUp } from '#functions/rollup/roll-up.ts';
import { rollUpStores } from '#functions/rollup/stores.ts';
import { actionItem } from '#functions/store/action-store.ts';
import { withFormat } from '#functions/store/format.ts';
import { tableNamesBy } from '#functions/store/tables.ts';
import { demoActions } from '#infra/demo/actions.ts';
import { demoYear, itemsOfMonth, itemsOfYear, type TableItems, uncountedItems } from '#infra/demo/demo-year.ts';
import { MemoryTables } from '#infra/demo/memory-tables.ts';
import { district } from '#infra/demo/units.ts';
import type { Instant, Month } from '#shared/period.ts';
import { deadlines } from '#shared/units/units.ts';

/**
 * What the tables hold of the demonstration, accounts, guidance and the district's entry apart.
 *
 * The roll-up itself counts the scorecards, over tables in memory that hold what was made so far: each month before the
 * next one is made, since each is compared with earlier ones. Of what the function does besides nothing is due: no change
 * owes anything, the audit has no entry to seal, and no unit is above the district.
 */
export async function* demoItems(now: Instant): AsyncGenerator<TableItems> {
  const tables = new MemoryTables();
  const db = tables.client();
  const names = tableNamesBy(({ id }) => id);
  const stores = rollUpStores(db, names);
  const keep = async ({ table, items }: TableItems): Promise<TableItems> => {
    for (const Item of items) await db.send(new PutCommand({ TableName: names[table], Item: withFormat(Item) }));
    return { table, items };
  };

  const year = demoYear(now);
  for (const each of itemsOfYear(year, now)) yield keep(each);
  yield* uncountedItems(year, now);
  for (const month of year.months) {
    for (const each of itemsOfMonth(year, month, now)) yield keep(each);
    await rollUp({ district: district.id, month, official: now > deadlines(district, month).closing }, stores, now);
  }
  yield { table: 'scorecards', items: tables.itemsOf(names.scorecards) };
  // What is done about figures rests on what became official.
  const figures = await stores.scorecards.between(district.id, year.months[0] as Month, year.months.at(-1) as Month);
  const official = figures.filter(({ status }) => status === 'official');
  yield { table: 'actions', items: demoActions(official, now).map(actionItem) };
}
