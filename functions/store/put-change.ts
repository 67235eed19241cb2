import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Before, ChangedItem } from '#functions/store/owed-store.ts';
import { putNew } from '#functions/store/put-if.ts';

interface Change<Stored> {
  readonly stored: Stored;
  readonly Item: object;
  readonly table: ChangedItem['table'];
  readonly before: Before<Stored> | undefined;
}

/** Puts what somebody has changed if its key is free, after what that owes was written down. */
export async function putChange<Stored>(
  db: DynamoDBDocumentClient,
  TableName: string,
  { stored, Item, table, before }: Change<Stored>,
): Promise<boolean> {
  await before?.(stored, changedItem(table, Item));
  return putNew(db, TableName, Item);
}

/** The item that a change writes, as a note names it. */
export function changedItem(table: ChangedItem['table'], Item: object): ChangedItem {
  const { pk, sk } = Item as Pick<ChangedItem, 'pk' | 'sk'>;
  return { table, pk, sk };
}
