import { type DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';

import { readable } from '#functions/store/format.ts';

/** How fresh a read must be. */
export interface Freshness {
  /** `false` for an eventually consistent read: the last second or so may be missing; it takes half the units. */
  readonly consistent?: boolean;
}

/**
 * Every item of a query, page after page.
 *
 * @param read by default it checks the item's format
 * @throws {UnreadableItem} for an item in a newer format
 */
export async function* queryItems<Item>(
  db: DynamoDBDocumentClient,
  query: QueryCommandInput,
  read: (item: object) => object = readable,
): AsyncGenerator<Item> {
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await db.send(new QueryCommand({ ...query, ExclusiveStartKey: start }));
    for (const item of page.Items ?? []) yield read(item) as Item;
    start = page.LastEvaluatedKey;
  } while (start);
}
