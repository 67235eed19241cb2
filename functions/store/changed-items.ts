import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Owed } from '#functions/store/owed-store.ts';
import { queryItems } from '#functions/store/pages.ts';
import type { TableNames } from '#functions/store/tables.ts';
import type { Actor } from '#shared/access/session.ts';

/** When and by whom something was made. */
interface Made {
  readonly at?: string;
  readonly by?: Pick<Actor, 'user'>;
}

export type ChangedItems = ReturnType<typeof changedItems>;

/** Looks whether changes came, in the tables that they were to be stored in. */
export function changedItems(
  db: DynamoDBDocumentClient,
  names: Pick<TableNames, 'cells' | 'meetings' | 'matters' | 'actions'>,
) {
  return {
    /** Whether what a change was to store stands there, and is of that person and that moment. */
    async came({ at, event }: Owed, { table, pk, sk, events }: NonNullable<Owed['item']>): Promise<boolean> {
      const query = {
        TableName: names[table],
        KeyConditionExpression: 'pk = :pk AND sk = :sk',
        ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
        ConsistentRead: true,
      };
      for await (const item of queryItems<Made & { readonly events?: readonly Made[] }>(db, query, asItIs)) {
        const made = events === undefined ? item : item.events?.[events - 1];
        return made?.at === at && made?.by?.user === event?.by?.user;
      }
      return false;
    },
  };
}

const asItIs = (item: object) => item;
