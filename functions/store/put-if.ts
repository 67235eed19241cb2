import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DeleteCommandInput,
  type DynamoDBDocumentClient,
  PutCommand,
  type PutCommandInput,
} from '@aws-sdk/lib-dynamodb';

/**
 * Puts an item where its condition holds.
 *
 * @returns `false` where the condition does not hold, which each writer expects: somebody was there before
 */
export function putIf(
  db: DynamoDBDocumentClient,
  put: PutCommandInput & { readonly ConditionExpression: string },
): Promise<boolean> {
  return holds(db.send(new PutCommand(put)));
}

/** Puts an item where there is none of its key; `false` where there is one. */
export function putNew(db: DynamoDBDocumentClient, TableName: string, Item: object): Promise<boolean> {
  return putIf(db, { TableName, Item: { ...Item }, ConditionExpression: 'attribute_not_exists(sk)' });
}

/** Removes an item where its condition holds; `false` where it does not. */
export function deleteIf(
  db: DynamoDBDocumentClient,
  remove: DeleteCommandInput & { readonly ConditionExpression: string },
): Promise<boolean> {
  return holds(db.send(new DeleteCommand(remove)));
}

async function holds(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
