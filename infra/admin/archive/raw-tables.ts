import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { lineOf, type RawItem } from '#functions/store/raw-item.ts';

/** A client that is patient with a table that has yet to grow. */
export function rawClient(config: DynamoDBClientConfig = {}): DynamoDBClient {
  return new DynamoDBClient({ maxAttempts: 10, ...config });
}

/**
 * Every item of a table, page after page; those of one partition in order.
 *
 * @param beginnings of partition keys: the database leaves out all others, though it reads them
 */
export async function* allRaw(
  client: DynamoDBClient,
  TableName: string,
  beginnings?: readonly string[],
): AsyncGenerator<RawItem> {
  const values = Object.fromEntries((beginnings ?? []).map((text, n) => [`:p${n}`, { S: text }]));
  const filter = beginnings && {
    FilterExpression: Object.keys(values)
      .map((name) => `begins_with(pk, ${name})`)
      .join(' OR '),
    ExpressionAttributeValues: values,
  };
  let start: Record<string, AttributeValue> | undefined;
  do {
    const scan = new ScanCommand({ TableName, ConsistentRead: true, ExclusiveStartKey: start, ...filter });
    const page = await client.send(scan);
    yield* page.Items ?? [];
    start = page.LastEvaluatedKey;
  } while (start);
}

/** Every item of a partition, in order. */
export async function* partitionRaw(client: DynamoDBClient, TableName: string, pk: string): AsyncGenerator<RawItem> {
  const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': { S: pk } } };
  let start: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({ TableName, ...query, ConsistentRead: true, ExclusiveStartKey: start }),
    );
    yield* page.Items ?? [];
    start = page.LastEvaluatedKey;
  } while (start);
}

/** Whether nothing stands in a table. */
export async function isEmpty(client: DynamoDBClient, TableName: string): Promise<boolean> {
  for await (const _ of allRaw(client, TableName)) return false;
  return true;
}

/**
 * Puts an item where nothing stands.
 *
 * @returns `same` if that very item stands there, `other` if another one does
 */
export async function putRaw(
  client: DynamoDBClient,
  TableName: string,
  item: RawItem,
): Promise<'put' | 'same' | 'other'> {
  const Item = { ...item };
  try {
    await client.send(new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(sk)' }));
    return 'put';
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const { pk, sk } = Item as { pk: AttributeValue; sk: AttributeValue };
    const found = await client.send(new GetItemCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }));
    return found.Item && lineOf(found.Item) === lineOf(item) ? 'same' : 'other';
  }
}

/** Does something for each of many, some at once; the first fault ends it. */
export async function forEachAtOnce<T>(
  all: AsyncIterable<T>,
  atOnce: number,
  each: (one: T) => Promise<unknown>,
): Promise<void> {
  const source = all[Symbol.asyncIterator]();
  const work = async () => {
    for (let next = await source.next(); !next.done; next = await source.next()) await each(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
