import { DynamoDBClient, paginateQuery, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportStore, revisionItems } from '#functions/store/report-store.ts';
import { region } from '#infra/local/cloudformation/resource-names.ts';
import { type Item, itemBytes } from '#infra/local/dynamodb/item-bytes.ts';
import { monthOf } from '#shared/period.ts';
import { revise } from '#shared/reports/revise.ts';
import { credentials, onUncutDatabases } from '#test/dynamodb.ts';
import { aReport, day } from '#test/shared/samples.ts';

const MB = 1024 * 1024;
/** What a batch takes. */
const BATCH = 25;

const at = new Date().toISOString();
const today = day(at.slice(0, 10));
const month = monthOf(today);
const by = { user: 'lon.hai', role: 'commune', unit: 'lon.hai' } as const;
/** The largest commune stands between two small ones: where a page ends lies within it. */
const communes = { mot: 30, hai: 540, ba: 30 };
const cells = Object.entries(communes).flatMap(([slug, count]) =>
  Array.from({ length: count }, (_, n) => `lon.${slug}.c${n}`),
);
const words = 'Vận động các hộ hiến đất làm đường bê tông từ nhà văn hóa thôn đến trạm bơm';

const tasks = Array.from({ length: 20 }, () => ({ what: words, who: 'Chi ủy', due: today }));
const followUps = Array.from(
  { length: 20 },
  (_, n) => ({ task: `lon.hai.c0_2026-01-03_regular_${n + 1}`, status: 'doing' }) as const,
);
const matters = Array.from({ length: 10 }, () => ({ topic: 'DD', summary: words, severity: 'medium' }) as const);

// DynamoDB ends a page after 1 MB, whatever is projected: both databases do so by themselves.
onUncutDatabases((database) => {
  beforeAll(async () => {
    const { db, meetings } = database();
    const items = cells.flatMap((cell) => {
      const report = aReport({ cell, date: today, focus: words, tasks, followUps, matters });
      return Object.values(revisionItems(revise(undefined, { state: 'submitted', report, by, at })));
    });
    for (let from = 0; from < items.length; from += BATCH) {
      const puts = items.slice(from, from + BATCH).map((Item) => ({ PutRequest: { Item } }));
      const { UnprocessedItems = {} } = await db.send(new BatchWriteCommand({ RequestItems: { [meetings]: puts } }));
      expect(UnprocessedItems).toEqual({});
    }
  }, 120_000);

  /** The sizes in bytes of a query's pages, and how many items they have. */
  async function pagesOf(query: Omit<QueryCommandInput, 'TableName'>) {
    const { endpoint, meetings: TableName } = database();
    const client = new DynamoDBClient({ endpoint, region, credentials });
    const pages: { readonly bytes: number; readonly items: number }[] = [];
    for await (const { Items = [] } of paginateQuery({ client }, { ...query, TableName })) {
      const bytes = (Items as unknown as Item[]).reduce((sum, item) => sum + itemBytes(item), 0);
      pages.push({ bytes, items: Items.length });
    }
    client.destroy();
    return pages;
  }

  describe.each(['', '#text'])('the partition of a month of 600 cells%s', (of) => {
    const partition = {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: `lon#${month}${of}` } },
    };

    it('is answered in pages', async () => {
      const pages = await pagesOf(partition);
      expect(pages.reduce((sum, { items }) => sum + items, 0)).toBe(cells.length);
      expect(pages.reduce((sum, { bytes }) => sum + bytes, 0)).toBeGreaterThan(MB);
      expect(pages.length).toBeGreaterThan(1);
      const projected = await pagesOf({ ...partition, ProjectionExpression: 'pk, sk' });
      expect(projected.map(({ items }) => items)).toEqual(pages.map(({ items }) => items));
    });
  });

  it.each(Object.entries({ lon: 600, 'lon.mot': 30, 'lon.hai': 540, 'lon.ba': 30 }))(
    'every read of %s’s month finds all %i reports',
    async (unit, count) => {
      const store = reportStore(database().db, database().meetings);
      let revisions = 0;
      for await (const _ of store.month(unit, month)) revisions += 1;
      const found = {
        revisions,
        newest: (await store.newestOfMonth(unit, month)).length,
        names: (await store.namesOfMonth(unit, month)).length,
        outlines: (await store.outlinesOfMonth(unit, month)).length,
        entered: (await store.enteredInMonth(unit, month)).length,
        arrived: (await store.arrivedInMonth(unit, month)).length,
        entries: (await store.entriesOfMonth(unit, month)).length,
        once: (await store.readOnce(unit, [month]).newestOfMonth(unit, month)).length,
      };
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((read) => [read, count])));
    },
  );

  it('every text of it is compared with its digest', async () => {
    expect(await reportStore(database().db, database().meetings).alteredFreeText('lon', month)).toEqual([]);
  });
});
