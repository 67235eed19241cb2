import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { BatchWriteItemCommand, CreateTableCommand, DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import type { AskDatabase } from '#infra/local/dynamodb/database.ts';
import { startDynalite } from '#infra/local/dynamodb/dynamodb.ts';
import { overHttp } from '#infra/local/dynamodb/over-http.ts';

const TableName = 'cells';

it('ends quietly while it is read, as where functions are ended in the middle of their work', async () => {
  for (let moment = 0; moment < 4; moment++) {
    const folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-dynalite-'));
    const database = await startDynalite(folder);
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const client = new DynamoDBClient({ endpoint: database.endpoint, region: 'ap-southeast-1', credentials });
    await client.send(
      new CreateTableCommand({
        ...{ TableName, BillingMode: 'PAY_PER_REQUEST' },
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      }),
    );
    await setTimeout(50);
    for (let batch = 0; batch < 40; batch++) {
      const puts = Array.from({ length: 25 }, (_, n) => ({
        PutRequest: { Item: { pk: { S: 'hiep-hoa' }, sk: { S: `${batch}#${n}` }, text: { S: 'x'.repeat(500) } } },
      }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: puts } }));
    }
    const reads = Array.from({ length: 8 }, () =>
      client.send(
        new QueryCommand({
          ...{ TableName, KeyConditionExpression: 'pk = :pk' },
          ExpressionAttributeValues: { ':pk': { S: 'hiep-hoa' } },
        }),
      ),
    );
    const ended = Promise.allSettled(reads);
    await setTimeout(10 * moment);
    await database.stop();
    client.destroy();
    expect(await ended).toHaveLength(8);
    await rm(folder, { recursive: true });
  }
});

it('answers without a connection what it answers with one, also what it refuses', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'so-chi-bo-dynalite-'));
  const database = await startDynalite(folder);
  const overTheWire = overHttp(database.endpoint);
  const withoutOne = database.ask as AskDatabase;
  const schema = {
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  };
  const Item = { pk: { S: 'Hiệp Hòa' }, text: { S: 'ữ'.repeat(3000) } };
  const signed = {
    authorization: 'AWS4-HMAC-SHA256 Credential=a, Signature=b, SignedHeaders=c',
    'x-amz-date': 'today',
  };
  const calls: readonly (readonly [operation: string, input: object | string, headers?: Record<string, string>])[] = [
    ['CreateTable', { TableName, BillingMode: 'PAY_PER_REQUEST', ...schema }],
    ['PutItem', { TableName, Item, ReturnConsumedCapacity: 'TOTAL' }],
    ['GetItem', { TableName, Key: { pk: Item.pk }, ReturnConsumedCapacity: 'TOTAL' }],
    ['PutItem', { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }],
    ['PutItem', { TableName, Item: { pk: { S: '' } } }],
    ['PutItem', { TableName, Item: { ...Item, text: { S: 'ữ'.repeat(140_000) } } }],
    ['GetItem', { TableName: 'none', Key: { pk: Item.pk } }],
    ['GetItem', '{'],
    ['NoSuchThing', {}],
    ['GetItem', { TableName, Key: { pk: Item.pk } }, { authorization: '' }],
  ];
  for (const [operation, input, more] of calls) {
    const request = {
      headers: {
        ...{ 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `DynamoDB_20120810.${operation}` },
        ...{ ...signed, ...more },
      },
      body: typeof input === 'string' ? input : JSON.stringify(input),
    };
    const answers = [];
    // The first call of all makes the table, and the second way finds it made.
    if (operation === 'CreateTable') await withoutOne(request);
    for (const way of [overTheWire, withoutOne]) {
      const { status, body, headers } = await way(request);
      answers.push({ status, body, crc: headers['x-amz-crc32'], type: headers['content-type'] });
      expect(headers['x-amzn-requestid'], operation).toMatch(/^[A-Z0-9]{52}$/);
    }
    expect(answers[0], operation).toEqual(answers[1]);
  }
  const asked = withoutOne({ headers: {}, body: '' });
  await database.stop();
  await asked.catch((error) => expect(String(error)).toContain('ended'));
  await expect(withoutOne({ headers: {}, body: '' })).rejects.toThrow('the database has ended');
  await rm(folder, { recursive: true });
});
