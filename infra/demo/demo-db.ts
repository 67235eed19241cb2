import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { documentClient } from '#functions/store/db.ts';
import { withFormat } from '#functions/store/format.ts';
import type { Database } from '#infra/local/dynamodb/database.ts';
import type { Item } from '#infra/local/dynamodb/item-bytes.ts';
import type { LocalSystem } from '#infra/local/system.ts';

/** DynamoDB's own limit. */
const BATCH = 25;
const AT_ONCE = 8;
/** What goes through a database's own door at once: what is asked of it meanwhile waits no longer than that takes. */
const FILL = 500;

/** Tables that are filled: by a client, or by a door of their database where it has one. */
export interface Fillable {
  readonly db: DynamoDBDocumentClient;
  readonly fill?: Database['fill'];
}

/** The tables of a local system, and how its operator reaches what else there is. */
export function demoDb({ operator, fill }: Pick<LocalSystem, 'operator' | 'fill'>) {
  const { env } = operator;
  const access = {
    region: env['AWS_REGION'] ?? '',
    credentials: {
      accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
    },
  };
  return { access, db: documentClient({ ...access, endpoint: env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '' }), fill };
}

/** Writes items, some at once: writing the same items twice changes nothing. Bytes are attributes of their own, in no list or map. */
export async function write({ db, fill }: Fillable, table: string, items: readonly object[]): Promise<void> {
  const all = items.map(withFormat);
  if (fill) {
    for (const part of inParts(all, FILL)) await fill(table, part.map(marshalled));
    return;
  }
  const batches = inParts(all, BATCH);
  const writeNext = async () => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      const put = { [table]: batch.map((Item) => ({ PutRequest: { Item } })) };
      const { UnprocessedItems } = await db.send(new BatchWriteCommand({ RequestItems: put }));
      if (UnprocessedItems?.[table]) throw new Error(`${table} did not take all items`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, writeNext));
}

/** As it is sent: bytes as base64. */
function marshalled(item: object): Item {
  const attributes = Object.entries(marshall(item, { removeUndefinedValues: true }));
  const sent = attributes.map(([name, { B: bytes, ...value }]) => [
    name,
    bytes ? { B: Buffer.from(bytes).toString('base64') } : value,
  ]);
  return Object.fromEntries(sent) as Item;
}

function inParts<T>(items: readonly T[], length: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, n) => items.slice(n * length, (n + 1) * length));
}
