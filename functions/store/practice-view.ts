import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Item } from '#functions/store/pages.ts';

interface PracticePlace {
  readonly TableName: string;
  /** The one partition that holds all of somebody's practice. */
  readonly pk: string;
  /** When all of it is gone, in seconds since 1970. */
  readonly expiresAt: number;
}

type Keyed = Readonly<Record<string, unknown>>;

/** Between the partition and the sort key of an item, as both stand in one sort key; neither has it. */
const BETWEEN = '|';

/**
 * A client through which a store of records reads and writes somebody's practice instead: whatever table the store names,
 * its items stand in one partition of `transient`, and expire with it. No store of records can find them there, and
 * nothing that is written through it can be a record. There are no indexes: a query of one finds nothing.
 *
 * @throws {Error} for what a practice needs not: an update in place could take the expiry away
 */
export function practiceView(
  db: Pick<DynamoDBDocumentClient, 'send'>,
  { TableName, pk, expiresAt }: PracticePlace,
): DynamoDBDocumentClient {
  const keyIn = (key: Keyed) => ({ ...key, pk, sk: `${key['pk']}${BETWEEN}${key['sk']}` });

  async function send(command: unknown): Promise<object> {
    if (command instanceof GetCommand) {
      const { Key = {}, ...rest } = command.input;
      const found = await db.send(new GetCommand({ ...rest, TableName, Key: keyIn(Key) }));
      return { ...found, Item: found.Item && itemOf(found.Item) };
    }
    if (command instanceof PutCommand) {
      const { Item = {}, ...rest } = command.input;
      // What the store itself says of expiry is given back to it.
      const inside = { ...keyIn(Item), expiresAt, ...('expiresAt' in Item && { ownExpiry: Item['expiresAt'] }) };
      return db.send(new PutCommand({ ...rest, TableName, Item: inside }));
    }
    if (command instanceof DeleteCommand) {
      const { Key = {}, ...rest } = command.input;
      return db.send(new DeleteCommand({ ...rest, TableName, Key: keyIn(Key) }));
    }
    if (command instanceof QueryCommand) {
      const { IndexName, ExclusiveStartKey, ...rest } = command.input;
      if (IndexName) return { Items: [] };
      const start = ExclusiveStartKey && { ExclusiveStartKey: keyIn(ExclusiveStartKey) };
      const found = await db.send(new QueryCommand({ ...rest, ...start, TableName, ...within(rest) }));
      return {
        ...found,
        Items: found.Items?.map(itemOf),
        LastEvaluatedKey: found.LastEvaluatedKey && itemOf(found.LastEvaluatedKey),
      };
    }
    throw new Error('Not what a practice needs');
  }

  /** The condition on the keys of a store, as it is of the keys here. */
  function within(query: {
    KeyConditionExpression?: string | undefined;
    ExpressionAttributeValues?: Keyed | undefined;
  }) {
    const [, prefix] = /^pk = :pk(?: AND begins_with\(sk, (:\w+)\))?$/.exec(query.KeyConditionExpression ?? '') ?? [];
    const { ':pk': of, ...values } = query.ExpressionAttributeValues ?? {};
    if (typeof of !== 'string') throw new Error('Not what a practice needs');
    const name = prefix ?? ':all';
    const begins = `${of}${BETWEEN}${prefix ? values[prefix] : ''}`;
    return {
      KeyConditionExpression: `pk = :pk AND begins_with(sk, ${name})`,
      ExpressionAttributeValues: { ...values, ':pk': pk, [name]: begins },
    };
  }

  return { send } as unknown as DynamoDBDocumentClient;
}

/** An item, or its key, as the store wrote it. */
function itemOf({ pk: _, sk, expiresAt, ownExpiry, ...rest }: Keyed): Item {
  const [of = '', ...own] = String(sk).split(BETWEEN);
  return { ...rest, pk: of, sk: own.join(BETWEEN), ...(ownExpiry !== undefined && { expiresAt: ownExpiry }) };
}
