import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentClient } from '#functions/store/db.ts';
import { write } from '#infra/demo/demo-db.ts';
import { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { localResourceNames } from '#infra/local/cloudformation/resource-names.ts';
import type { Database } from '#infra/local/dynamodb/database.ts';
import { makeTables, startDynalite } from '#infra/local/dynamodb/dynamodb.ts';

let folder: string;
let database: Database;
let db: ReturnType<typeof documentClient>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-write-'));
  database = await startDynalite(folder);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  db = documentClient({ endpoint: database.endpoint, region: 'ap-southeast-1', credentials });
});
afterAll(async () => {
  db.destroy();
  await database.stop();
  await rm(folder, { recursive: true });
});

const contents = async (TableName: string) => (await db.send(new ScanCommand({ TableName }))).Items;

it('writes the same by a door of the database as by a client, more items than either takes at once', async () => {
  const Properties = {
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  };
  const table = { Type: 'AWS::DynamoDB::Table', Properties };
  const Resources = { 'by-client': table, 'by-door': table };
  await makeTables(new LocalStack({ Resources }, localResourceNames('', '')), database.endpoint);
  const items = Array.from({ length: 1201 }, (_, n) => ({
    ...{
      pk: `chi-bộ-${n}`,
      count: n,
      share: n / 8,
      zero: -0,
      none: undefined,
      nothing: null,
      is: n % 2 === 0,
      empty: '',
      bytes: Uint8Array.of(n % 256, 255, 0),
    },
    ...{ list: [n, undefined, 'ế', { deep: undefined }], map: { format: 2, at: undefined } },
    ...(n % 3 === 0 && { format: 2 }),
  }));
  await write({ db }, 'by-client', items);
  await write({ db, fill: database.fill }, 'by-door', items);
  const written = await contents('by-client');
  expect(written).toHaveLength(items.length);
  expect(await contents('by-door')).toEqual(written);
});
