import { type DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';

/** How fresh a read must be. */
export interface Freshness {
  /** `false` for an eventually consistent read: the last second or so may be missing; it takes half the units. */
  readonly consistent?: boolean;
}

/** Every item of a query, page after page. */
export async function* queryItems<Item>(db: DynamoDBDocumentClient, query: QueryCommandInput): AsyncGenerator<Item> {
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await db.send(new QueryCommand({ ...query, ExclusiveStartKey: start }));
    yield* (page.Items ?? []) as Item[];
    start = page.LastEvaluatedKey;
  } while (start);
}
