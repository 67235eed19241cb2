import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchWriteItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { localResourceNames } from '#infra/local/cloudformation/resource-names.ts';
import type { Database } from '#infra/local/dynamodb/database.ts';
import { makeTables, startDynalite } from '#infra/local/dynamodb/dynamodb.ts';

let folder: string;
let database: Database;
let client: DynamoDBClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-fill-'));
  database = await startDynalite(folder);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  client = new DynamoDBClient({ endpoint: database.endpoint, region: 'ap-southeast-1', credentials });
});
afterAll(async () => {
  client.destroy();
  await database.stop();
  await rm(folder, { recursive: true });
});

const fill = (...given: Parameters<NonNullable<Database['fill']>>) => database.fill?.(...given);

const indexes = ['all', 'keys', 'some', 'local'];

const key = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' },
  { AttributeName: range, KeyType: 'RANGE' },
];

/** With an index of each kind. */
const Properties = {
  ...{ BillingMode: 'PAY_PER_REQUEST', KeySchema: key('pk', 'sk') },
  AttributeDefinitions: [
    ...['pk', 'sk', 'openIn'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    { AttributeName: 'rank', AttributeType: 'N' },
  ],
  GlobalSecondaryIndexes: [
    { IndexName: 'all', KeySchema: key('openIn', 'sk'), Projection: { ProjectionType: 'ALL' } },
    { IndexName: 'keys', KeySchema: key('openIn', 'rank'), Projection: { ProjectionType: 'KEYS_ONLY' } },
    {
      ...{ IndexName: 'some', KeySchema: key('pk', 'openIn') },
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['text'] },
    },
  ],
  LocalSecondaryIndexes: [{ IndexName: 'local', KeySchema: key('pk', 'rank'), Projection: { ProjectionType: 'ALL' } }],
};

async function newTables(...names: readonly string[]): Promise<void> {
  const Resources = Object.fromEntries(names.map((name) => [name, { Type: 'AWS::DynamoDB::Table', Properties }]));
  await makeTables(new LocalStack({ Resources }, localResourceNames('', '')), database.endpoint);
}

/** All that a table holds, and each of its indexes. */
async function contents(TableName: string) {
  const scans = [undefined, ...indexes].map((IndexName) => client.send(new ScanCommand({ TableName, IndexName })));
  return (await Promise.all(scans)).map(({ Items }) => Items);
}

const text = fc.constantFrom('a', 'Hiệp Hòa', 'Chi bộ thôn Thanh Bình', 'hiep-hoa.thanh-van').map((S) => ({ S }));
const number = fc
  .oneof(
    fc.integer(),
    fc.integer({ min: -99, max: 99 }).map((n) => n / 4),
  )
  .map((n) => ({ N: `${n}` }));
const item = fc.record(
  {
    ...{
      pk: fc.constantFrom({ S: 'hiep-hoa' }, { S: 'việt-yên' }),
      sk: fc.constantFrom({ S: '1' }, { S: 'ế' }, { S: '3' }),
    },
    ...{ openIn: text, rank: number, text },
    more: fc.oneof(
      fc.array(number).map((L) => ({ L })),
      fc.record({ said: text, by: text }).map((M) => ({ M })),
      fc.constantFrom({ BOOL: false }, { NULL: true as const }),
    ),
  },
  { requiredKeys: ['pk', 'sk'] },
);
const batch = fc.uniqueArray(item, { minLength: 1, selector: ({ pk, sk }) => `${pk.S} ${sk.S}` });

describe('filling a table past the server', () => {
  it('leaves what `BatchWriteItem` leaves, also of items that stand in its place and in its indexes', async () => {
    let tables = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 4 }), async (batches) => {
        tables += 1;
        const [written, filled] = [`written-${tables}`, `filled-${tables}`];
        await newTables(written, filled);
        for (const items of batches) {
          const puts = items.map((Item) => ({ PutRequest: { Item } }));
          await client.send(new BatchWriteItemCommand({ RequestItems: { [written]: puts } }));
          await fill(filled, items);
        }
        expect(await contents(filled)).toEqual(await contents(written));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the last of several items with the same key, in its indexes too', async () => {
    await newTables('twice');
    const item = { pk: { S: 'hiep-hoa' }, sk: { S: '1' } };
    await fill('twice', [{ ...item, openIn: { S: 'a' } }, item]);
    expect(await contents('twice')).toEqual([[item], [], [], [], []]);
  });

  it('says what is wrong, and puts none of the items', async () => {
    await newTables('wrong');
    const item = { pk: { S: 'hiep-hoa' }, sk: { S: '1' } };
    await expect(fill('wrong', [item, { pk: { S: 'hiep-hoa' } }])).rejects.toThrow('Missing the key sk in the item');
    await expect(fill('wrong', [{ ...item, rank: { S: '1' } }])).rejects.toThrow('Type mismatch for Index Key rank');
    await expect(fill('nowhere', [item])).rejects.toThrow();
    expect(await contents('wrong')).toEqual([[], [], [], [], []]);
  });
});
