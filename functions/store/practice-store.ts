import { DeleteCommand, type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { allItems, type Item } from '#functions/store/pages.ts';
import { practiceView } from '#functions/store/practice-view.ts';
import { putNew } from '#functions/store/put-if.ts';
import { isInstant } from '#functions/store/shapes.ts';
import { transientKinds } from '#functions/store/tables.ts';
import { oneOf, shape } from '#shared/input/shape.ts';
import type { Instant } from '#shared/period.ts';
import { type Practice, practiceEnd } from '#shared/practice/practice.ts';
import { type CellType, cellTypes } from '#shared/units/cell-types.ts';

export type PracticeStore = ReturnType<typeof practiceStore>;

/** Keeps what accounts try with, each in one partition of what expires. */
export function practiceStore(db: DynamoDBDocumentClient, TableName: string) {
  const partitionOf = (user: string) => `${transientKinds.practice}${user}`;
  const head = (user: string) => ({ pk: partitionOf(user), sk: HEAD });

  return {
    /** What an account tries with; `undefined` if that has ended, since DynamoDB takes days to remove expired items. */
    async find(user: string, now: Instant): Promise<Practice | undefined> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: head(user), ConsistentRead: true }));
      const { type, startedAt } = Item ?? {};
      const practice = { type, startedAt };
      return isPractice(practice) && practiceEnd(practice as Practice) > now ? (practice as Practice) : undefined;
    },

    /** Begins to try with a type of cell. What was there before is to be emptied first. */
    async begin(user: string, practice: Practice): Promise<boolean> {
      return putNew(db, TableName, { ...head(user), ...practice, expiresAt: expiryOf(practice) });
    },

    /** Removes all that an account tried with. */
    async empty(user: string): Promise<void> {
      const keys = await allItems<Item>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partitionOf(user) },
        ConsistentRead: true,
      });
      await Promise.all(keys.map(({ pk, sk }) => db.send(new DeleteCommand({ TableName, Key: { pk, sk } }))));
    },

    /** What the stores of records are given in place of their tables while an account tries. */
    viewOf: (user: string, practice: Practice): DynamoDBDocumentClient =>
      practiceView(db, { TableName, pk: partitionOf(user), expiresAt: expiryOf(practice) }),
  };
}

const HEAD = 'practice';
const isPractice = shape({ type: oneOf(Object.keys(cellTypes) as CellType[]), startedAt: isInstant });

function expiryOf(practice: Practice): number {
  return Math.floor(Date.parse(practiceEnd(practice)) / 1000);
}
