import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '#functions/store/db.ts';
import { withFormat } from '#functions/store/format.ts';
import type { LocalSystem } from '#infra/local/system.ts';

/** DynamoDB's own limit. */
const BATCH = 25;
const AT_ONCE = 8;

/** The tables of a local system, and how its operator reaches what else there is. */
export function demoDb({ env }: LocalSystem['operator']) {
  const access = {
    region: env['AWS_REGION'] ?? '',
    credentials: {
      accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
    },
  };
  return { access, db: documentClient({ ...access, endpoint: env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '' }) };
}

/** Writes items, some at once: writing the same items twice changes nothing. */
export async function write(db: DynamoDBDocumentClient, table: string, items: readonly object[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, n) =>
    items.slice(n * BATCH, (n + 1) * BATCH),
  );
  const writeNext = async () => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      const put = { [table]: batch.map((item) => ({ PutRequest: { Item: withFormat(item) } })) };
      const { UnprocessedItems } = await db.send(new BatchWriteCommand({ RequestItems: put }));
      if (UnprocessedItems?.[table]) throw new Error(`${table} did not take all items`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, writeNext));
}
