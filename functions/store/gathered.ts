import { setTimeout } from 'node:timers/promises';
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  type BatchGetCommandOutput,
  type DynamoDBDocumentClient,
  GetCommand,
  type GetCommandOutput,
} from '@aws-sdk/lib-dynamodb';

/** The most that DynamoDB takes. */
const MOST_KEYS = 100;
const MOST_TRIES = 3;

type Keys = Readonly<Record<string, unknown>>;

interface Wanted {
  readonly table: string;
  readonly key: Keys;
  consistent: boolean;
  readonly found: PromiseWithResolvers<GetCommandOutput>;
}

/**
 * A client whose reads of single items go together: what is asked for side by side, by whichever store, is one request,
 * and an item that two ask for is read once. Its function is granted `BatchGetItem` and not `GetItem`.
 *
 * A table's items are all read consistently if one of them is to be: none is older than its reader allows.
 */
export function gathered(db: DynamoDBDocumentClient): DynamoDBDocumentClient {
  let waiting = new Map<string, Wanted>();

  function want({ TableName: table = '', Key: key = {}, ConsistentRead = false }: GetCommand['input']): Wanted {
    const name = nameOf(table, key);
    const known = waiting.get(name);
    if (known) {
      known.consistent ||= ConsistentRead;
      return known;
    }
    // What one turn of the event loop asks for: also what it asks for once another answer of that turn is read.
    if (waiting.size === 0) setImmediate(readWaiting);
    const wanted = { table, key, consistent: ConsistentRead, found: Promise.withResolvers<GetCommandOutput>() };
    waiting.set(name, wanted);
    return wanted;
  }

  function readWaiting(): void {
    const all = [...waiting.values()];
    waiting = new Map();
    for (let at = 0; at < all.length; at += MOST_KEYS) {
      const part = all.slice(at, at + MOST_KEYS);
      read(part).catch((error: unknown) => {
        for (const { found } of part) found.reject(error);
      });
    }
  }

  /** @throws as the SDK does where a table is overloaded: an item that was not read is not an item that is absent */
  async function read(wanted: readonly Wanted[]): Promise<void> {
    const items = new Map<string, Keys>();
    let left: BatchGetCommandInput['RequestItems'] = askFor(wanted);
    for (let tries = 0; left && Object.keys(left).length > 0; tries += 1) {
      if (tries === MOST_TRIES) throw Object.assign(new Error('Items are not read'), { name: 'ThrottlingException' });
      if (tries > 0) await setTimeout(50 * 2 ** tries);
      const answer: BatchGetCommandOutput = await db.send(new BatchGetCommand({ RequestItems: left }));
      for (const [table, found] of Object.entries(answer.Responses ?? {})) {
        for (const item of found) items.set(nameOf(table, item), item);
      }
      left = answer.UnprocessedKeys;
    }
    for (const { table, key, found } of wanted) {
      const Item = items.get(nameOf(table, key));
      found.resolve({ $metadata: {}, ...(Item && { Item }) });
    }
  }

  return Object.assign(Object.create(db) as DynamoDBDocumentClient, {
    send: (command: unknown, ...rest: never[]) =>
      command instanceof GetCommand ? want(command.input).found.promise : db.send(command as never, ...rest),
  });
}

/** Our tables all have the same two keys. */
const nameOf = (table: string, { pk, sk }: Keys) => JSON.stringify([table, pk, sk]);

function askFor(wanted: readonly Wanted[]): NonNullable<BatchGetCommandInput['RequestItems']> {
  const byTable = Map.groupBy(wanted, ({ table }) => table);
  return Object.fromEntries(
    [...byTable].map(([table, all]) => {
      const ConsistentRead = all.some(({ consistent }) => consistent);
      return [table, { Keys: all.map(({ key }) => ({ ...key })), ConsistentRead }];
    }),
  );
}
