import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { withFormat } from '#functions/store/format.ts';
import { queryItems } from '#functions/store/pages.ts';
import { putIf } from '#functions/store/put-if.ts';
import type { Account } from '#shared/access/accounts.ts';
import type { Instant } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

/** An account as a district's list has it: what the user pool said last, and no address. */
export interface Listed extends Omit<Account, 'email' | 'asksForCode'> {
  readonly hasEmail: boolean;
}

/** An entry of a list. */
export interface Entry {
  readonly user: string;
  /** Rises with each write, so that of two writers one looks again. */
  readonly revision: number;
  /** A change was begun, and its outcome is not written yet: what counts is what the pool says. */
  readonly pending: boolean;
  /** Absent where the account is another district's by now, or was never made. */
  readonly account?: Listed;
}

export type AccountListStore = ReturnType<typeof accountListStore>;

/** The partition of a district's list. */
export const accountListOf = (district: UnitId) => `${district}#accounts`;

/** Whether a district's list has all of its accounts. It sorts before every name. */
const WHOLE = '!';

/**
 * Keeps the list of each district's accounts, so that nobody has to page the user pool, which gives sixty at a time of all
 * districts. The pool alone decides who may sign in; a list that is behind shows it later.
 */
export function accountListStore(db: DynamoDBDocumentClient, TableName: string) {
  const keyOf = (district: UnitId, user: string) => ({ pk: accountListOf(district), sk: user });

  return {
    async isWhole(district: UnitId): Promise<boolean> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(district, WHOLE), ConsistentRead: true }));
      return Item !== undefined;
    },

    async noteWhole(district: UnitId, at: Instant): Promise<void> {
      await db.send(new PutCommand({ TableName, Item: withFormat({ ...keyOf(district, WHOLE), at }) }));
    },

    async find(district: UnitId, user: string): Promise<Entry | undefined> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(district, user), ConsistentRead: true }));
      return Item && entryIn(Item);
    },

    /** Every entry of a district, by name. */
    async all(district: UnitId): Promise<Entry[]> {
      const entries: Entry[] = [];
      for await (const item of queryItems<Record<string, unknown>>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk > :whole',
        ExpressionAttributeValues: { ':pk': keyOf(district, '').pk, ':whole': WHOLE },
        ConsistentRead: true,
      })) {
        entries.push(entryIn(item));
      }
      return entries;
    },

    /** Writes what follows an entry; `false` if somebody has written since. */
    put(
      district: UnitId,
      user: string,
      was: Entry | undefined,
      next: Omit<Entry, 'user' | 'revision'>,
    ): Promise<boolean> {
      const { account, pending } = next;
      const Item = {
        ...keyOf(district, user),
        revision: (was?.revision ?? 0) + 1,
        pending,
        ...(account && { account }),
      };
      return putIf(db, {
        TableName,
        Item: withFormat(Item),
        ConditionExpression: was ? 'revision = :seen' : 'attribute_not_exists(sk)',
        ...(was && { ExpressionAttributeValues: { ':seen': was.revision } }),
      });
    },
  };
}

function entryIn(item: Readonly<Record<string, unknown>>): Entry {
  const account = item['account'] as Listed | undefined;
  return {
    user: String(item['sk']),
    revision: Number(item['revision']),
    pending: item['pending'] === true,
    ...(account && { account }),
  };
}
