import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';

/**
 * Puts an item where its condition holds.
 *
 * @returns `false` where the condition does not hold, which each writer expects: somebody was there before
 */
export async function putIf(
  db: DynamoDBDocumentClient,
  put: PutCommandInput & { readonly ConditionExpression: string },
): Promise<boolean> {
  try {
    await db.send(new PutCommand(put));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Puts an item where there is none of its key; `false` where there is one. */
export function putNew(db: DynamoDBDocumentClient, TableName: string, Item: object): Promise<boolean> {
  return putIf(db, { TableName, Item: { ...Item }, ConditionExpression: 'attribute_not_exists(sk)' });
}
