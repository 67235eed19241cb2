import { PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { tablesOf } from '#infra/admin/target.ts';
import type { Guesses } from '#shared/access/guesses.ts';
import { operatorDb } from '#test/system/operator-db.ts';
import { turnLocks } from '#test/system/system.ts';

/** Lets so much time pass for what counts tries: our own counters and the locks of the user pool. */
export async function turnGuesses(minutes: number): Promise<void> {
  const { db, outputs } = operatorDb();
  const { transient: TableName } = tablesOf(outputs);
  const earlier = (at: string) => new Date(Date.parse(at) - minutes * 60_000).toISOString();
  const scan = {
    TableName,
    FilterExpression: 'begins_with(pk, :guess)',
    ExpressionAttributeValues: { ':guess': 'guess#' },
    ConsistentRead: true,
  };
  for await (const { Items = [] } of paginateScan({ client: db }, scan)) {
    for (const item of Items as Guesses[]) {
      const Item = { ...item, since: earlier(item.since), at: earlier(item.at) };
      await db.send(new PutCommand({ TableName, Item }));
    }
  }
  await turnLocks(minutes * 60);
}
