import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

export async function putAll(
  db: DynamoDBDocumentClient,
  TableName: string,
  items: readonly Record<string, unknown>[],
): Promise<void> {
  for (const Item of items) await db.send(new PutCommand({ TableName, Item }));
}
