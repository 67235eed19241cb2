import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, BatchWriteCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentClient } from '#functions/store/db.ts';
import type { Template } from '#infra/local/cloudformation/assembly.ts';
import { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import { localResourceNames, region } from '#infra/local/cloudformation/resource-names.ts';
import type { Database } from '#infra/local/dynamodb/database.ts';
import { makeTables, startDynalite } from '#infra/local/dynamodb/dynamodb.ts';
import { dynamoDbService } from '#infra/local/dynamodb/dynamodb-service.ts';
import { AwsEndpoint } from '#infra/local/iam/aws-endpoint.ts';
import { template } from '#test/infra/synthesized.ts';

let aws: AwsEndpoint;
let database: Database;
let folder: string;
let db: ReturnType<typeof documentClient>;

beforeAll(async () => {
  const stack = new LocalStack(template.toJSON() as Template, localResourceNames('', 'localhost'));
  folder = mkdtempSync(join(tmpdir(), 'so-chi-bo-limits-'));
  database = await startDynalite(folder);
  await makeTables(stack, database.endpoint);
  aws = await AwsEndpoint.start(() => {});
  aws.registerService(dynamoDbService(stack, database));
  aws.registerPrincipal('operator', { name: 'operator', statements: 'everything', secret: 'x' });
  const credentials = { accessKeyId: 'operator', secretAccessKey: 'x' };
  db = documentClient({ endpoint: aws.url, region, credentials, maxAttempts: 1 });
});
afterAll(async () => {
  await aws.stop();
  await database.stop();
  rmSync(folder, { recursive: true });
});

const put = (more: object, expression: object = {}) =>
  new PutCommand({ TableName: 'Matters', Item: { pk: 'a', sk: 'b', ...more }, ...expression });
const update = (UpdateExpression: string, text: string) =>
  new UpdateCommand({
    TableName: 'Matters',
    Key: { pk: 'a', sk: 'b' },
    UpdateExpression,
    ExpressionAttributeValues: { ':text': text },
  });
const number = (N: string) =>
  new PutItemCommand({ TableName: 'Matters', Item: { pk: { S: 'a' }, sk: { S: 'b' }, n: { N } } });
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
const upTo = (length: number) => Array.from({ length }, (_, at) => at);
const Matters = (length: number, bytes: number) =>
  upTo(length).map((at) => ({ PutRequest: { Item: { pk: 'batch', sk: `${at}`, text: 'x'.repeat(bytes) } } }));
const writes = (length: number, bytes = 1) =>
  new BatchWriteCommand({ RequestItems: { Matters: Matters(length, bytes) } });
const reads = (length: number) =>
  new BatchGetCommand({
    RequestItems: { Matters: { Keys: upTo(length).map((at) => ({ pk: 'batch', sk: `${at}` })) } },
  });
const where = (ConditionExpression: string, ExpressionAttributeValues?: object) =>
  put({}, { ConditionExpression, ...(ExpressionAttributeValues && { ExpressionAttributeValues }) });
const joined = (times: number, part: string) =>
  upTo(times)
    .fill(0)
    .map(() => part)
    .join(' OR ');
const among = (length: number) =>
  where(
    `pk IN (${upTo(length).map((at) => `:v${at}`)}) OR attribute_not_exists(x)`,
    Object.fromEntries(upTo(length).map((at) => [`:v${at}`, `${at}`])),
  );
const clear = new PutCommand({ TableName: 'Matters', Item: { pk: 'a', sk: 'b' } });

/** `stored`, or the error with DynamoDB's words. */
async function outcome(command: object): Promise<string> {
  try {
    await db.send(command as PutCommand);
    return 'stored';
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

describe('the local database refuses what DynamoDB refuses, and takes what is just within', () => {
  it.each<[string, object, object, RegExp]>([
    // `a`, `b` and the names of three attributes stand beside the text.
    [
      'an item of 400 KB',
      put({ text: 'x'.repeat(409_590) }),
      put({ text: 'x'.repeat(409_591) }),
      /Item size has exceeded/,
    ],
    ['its bytes, not its letters', put({ text: 'ế'.repeat(136_530) }), put({ text: 'ế'.repeat(136_531) }), /Item size/],
    [
      'what an update makes of it',
      update('SET y = :text', 'x'.repeat(400_000)),
      update('SET y = :text, z = :text', 'ế'.repeat(70_000)),
      /Item size to update/,
    ],
    ['a partition key of 2,048 bytes', put({ pk: 'ế'.repeat(682) }), put({ pk: 'ế'.repeat(683) }), /Size of hashkey/],
    ['a sort key of 1,024 bytes', put({ sk: 'ế'.repeat(341) }), put({ sk: 'ế'.repeat(342) }), /all range keys/],
    ['a key with something in it', put({ pk: 'a' }), put({ pk: '' }), /empty string value. Key: pk/],
    ["an index's key, too", put({ openIn: 'a' }), put({ openIn: '' }), /IndexName: open, IndexKey: openIn/],
    ['its length', put({ openIn: 'p'.repeat(2048) }), put({ openIn: 'p'.repeat(2049) }), /Size of hashkey/],
    ['32 levels', put({ deep: nested(32) }), put({ deep: nested(33) }), /Nesting Levels/],
    ['38 digits', number('1'.repeat(38)), number('1'.repeat(39)), /more than 38 significant digits/],
    [
      'an expression of 4 KB',
      where(joined(130, 'attribute_exists(pk) ')),
      where(joined(190, 'attribute_exists(pk) ')),
      /Expression size/,
    ],
    ['300 operators', where(joined(150, 'pk<>sk')), where(joined(151, 'pk<>sk')), /too many operators/],
    ['100 operands of IN', among(100), among(101), /IN operator is provided with too many operands/],
    ['a word of its own', where('attribute_exists(pk)'), where('attribute_not_exists(status)'), /reserved keyword/],
    ['25 writes in a batch', writes(25), writes(26), /less than or equal to 25/],
    ['100 reads in a batch', reads(100), reads(101), /less than or equal to 100/],
  ])('%s', async (_, within, over, reason) => {
    await db.send(clear);
    expect(await outcome(within)).toBe('stored');
    await db.send(clear);
    const refused = await outcome(over);
    expect(refused).toMatch(/^ValidationException/);
    expect(refused).toMatch(reason);
  });

  it('a page of 1 MB', async () => {
    await db.send(writes(5, 390 * 1024));
    const { Items, LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName: 'Matters',
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'batch' },
      }),
    );
    expect(LastEvaluatedKey).toEqual({ pk: 'batch', sk: '2' });
    expect(Items).toHaveLength(13); // small ones, 10 to 19, lie between
  });
});
