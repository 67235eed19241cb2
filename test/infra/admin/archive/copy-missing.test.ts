import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { compareItems, restoredTables, sayComparison } from '#infra/admin/archive/compare.ts';
import { copyMissing, sayCopied } from '#infra/admin/archive/copy-missing.ts';
import { rawClient } from '#infra/admin/archive/raw-tables.ts';
import { region } from '#infra/local/cloudformation/resource-names.ts';
import { credentials, onDynalite } from '#test/dynamodb.ts';

const live = onDynalite();
const restored = onDynalite();

it('puts back what is missing and overwrites nothing, however often it is given', async () => {
  const { db, endpoint, ...tables } = live();
  const { db: _, endpoint: __, ...names } = restored();
  const client = rawClient({ endpoint, region, credentials });
  const put = (TableName: string, Item: Record<string, unknown>) => db.send(new PutCommand({ TableName, Item }));
  const passed = Math.floor(Date.now() / 1000) - 60;
  await put(names.meetings, { pk: 'a#2026-10', sk: 'lost#0001', said: 'x' });
  await put(names.meetings, { pk: 'a#2026-10', sk: 'same#0001', said: 'x' });
  await put(tables.meetings, { pk: 'a#2026-10', sk: 'same#0001', said: 'x' });
  await put(names.matters, { pk: 'a', sk: 'm_1', events: ['old'] });
  await put(tables.matters, { pk: 'a', sk: 'm_1', events: ['old', 'new'] });
  await put(names.matters, { pk: 'a', sk: 'expired_1', expiresAt: passed });
  // The list of accounts follows from the user pool, and what may vanish is not brought back.
  await put(names.cells, { pk: 'a#accounts', sk: 'somebody' });
  await put(names.transient, { pk: 'session#somebody', sk: 'x' });

  const from = restoredTables(client, names);
  const copied = await copyMissing({ client, tables }, from);
  expect(copied.filter(({ put: count, same, other }) => count + same + other > 0)).toEqual([
    { table: 'meetings', put: 1, same: 1, other: 0 },
    { table: 'matters', put: 0, same: 0, other: 1 },
  ]);
  expect(sayCopied(copied)).toContain('meetings: 1 put back, 1 there already, 0 there otherwise');
  const { Item } = await db.send(new GetCommand({ TableName: tables.matters, Key: { pk: 'a', sk: 'm_1' } }));
  expect(Item?.['events']).toEqual(['old', 'new']);
  expect((await copyMissing({ client, tables }, from)).map((each) => each.put).every((count) => count === 0)).toBe(
    true,
  );
  // What is told as different afterwards is what is newer here.
  const compared = await compareItems({ client, tables }, from);
  expect(compared.flatMap(({ missing }) => missing)).toEqual([]);
  expect(() => sayComparison(compared)).toThrow('different: a m_1');
});

it('of no tables at all is refused', async () => {
  expect(() => sayCopied([])).toThrow('no tables of that name');
});
