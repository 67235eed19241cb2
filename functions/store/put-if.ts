import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DeleteCommandInput,
  type DynamoDBDocumentClient,
  PutCommand,
  type PutCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { withFormat } from '#functions/store/format.ts';

/**
 * Puts an item if its condition holds.
 *
 * @returns `false` if the condition does not hold, which each writer expects: somebody else was first
 */
export function putIf(
  db: DynamoDBDocumentClient,
  put: PutCommandInput & { readonly ConditionExpression: string },
): Promise<boolean> {
  return holds(db.send(new PutCommand(put)));
}

/** Puts an item if its key is free, with the version of its format; `false` if the key is not free. */
export function putNew(db: DynamoDBDocumentClient, TableName: string, Item: object): Promise<boolean> {
  return putIf(db, { TableName, Item: withFormat(Item), ConditionExpression: 'attribute_not_exists(sk)' });
}

/** Removes an item if its condition holds; `false` if it does not. */
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
