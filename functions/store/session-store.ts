import { createHash } from 'node:crypto';
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { queryItems } from '#functions/store/pages.ts';
import { putIf } from '#functions/store/put-if.ts';
import { RIGHTS, rightsIn } from '#functions/store/rights-store.ts';
import { transientKinds } from '#functions/store/tables.ts';
import { counts } from '#shared/access/rights.ts';
import { absoluteEnd, type Session } from '#shared/access/session.ts';
import type { Instant } from '#shared/period.ts';

/** A session: it is open as long as its item exists and its account's rights are still those of its beginning. */
export interface StoredSession extends Omit<Session, 'user'> {
  readonly startedAt: Instant;
  /** The time of its last request, to within some minutes. */
  readonly seenAt: Instant;
  /** When the user pool was last asked whether the account still has these rights. */
  readonly checkedAt: Instant;
  /** The version of the account's rights before its sign-in began: `functions/store/rights-store.ts`. */
  readonly rights: string;
}

type Item = StoredSession & { readonly pk: string; readonly sk: string };

export type SessionStore = ReturnType<typeof sessionStore>;

/** Keeps open sessions. The key is a digest of the session's id: reading the table does not give the cookie. */
export function sessionStore(db: DynamoDBDocumentClient, TableName: string) {
  const partition = (user: string) => `${transientKinds.session}${user}`;
  const keyOf = (user: string, id: string) => ({
    pk: partition(user),
    sk: createHash('sha256').update(id).digest('hex'),
  });
  const itemOf = (user: string, id: string, session: StoredSession) => ({
    ...keyOf(user, id),
    ...session,
    expiresAt: Math.ceil(Date.parse(absoluteEnd(session)) / 1000),
  });

  return {
    /** The session, if it still counts. */
    async find(user: string, id: string, now: Instant): Promise<StoredSession | undefined> {
      const keys = [keyOf(user, id), { pk: partition(user), sk: RIGHTS }];
      const [session, rights] = await Promise.all(
        keys.map(async (Key) => {
          const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
          return Item as Item | undefined;
        }),
      );
      return session && isCurrent(session, rights ? [rights] : [], now) ? sessionIn(session) : undefined;
    },

    async start(user: string, id: string, session: StoredSession): Promise<void> {
      const Item = itemOf(user, id, session);
      await db.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(sk)' }));
    },

    /** Records that the session was used. If it was ended meanwhile, it stays ended. */
    async touch(user: string, id: string, session: StoredSession): Promise<void> {
      const Item = itemOf(user, id, session);
      await putIf(db, { TableName, Item, ConditionExpression: 'attribute_exists(sk)' });
    },

    async end(user: string, id: string): Promise<void> {
      await db.send(new DeleteCommand({ TableName, Key: keyOf(user, id) }));
    },

    /** The sessions of an account that count. */
    async ofUser(user: string, now: Instant): Promise<StoredSession[]> {
      const { current } = await sortedItems(user, now);
      return current.map(sessionIn);
    },

    /** Removes the sessions of an account that count no more, after a change of its rights. */
    async removeEnded(user: string, now: Instant): Promise<void> {
      const { ended } = await sortedItems(user, now);
      for (const { pk, sk } of ended) await db.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
    },
  };

  async function sortedItems(user: string, now: Instant): Promise<{ current: Item[]; ended: Item[] }> {
    const items: Item[] = [];
    for await (const item of queryItems<Item>(db, {
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': partition(user) },
      ConsistentRead: true,
    })) {
      items.push(item);
    }
    const sessions = items.filter(({ sk }) => sk !== RIGHTS);
    return {
      current: sessions.filter((each) => isCurrent(each, items, now)),
      ended: sessions.filter((each) => !isCurrent(each, items, now)),
    };
  }
}

/** Whether a session counts, by the rights among the items. One from before sessions had a version does not. */
function isCurrent({ rights: version }: Partial<Item>, items: readonly Item[], now: Instant): boolean {
  return version !== undefined && counts(rightsIn(items.find(({ sk }) => sk === RIGHTS)), version, now);
}

function sessionIn({ startedAt, seenAt, checkedAt, rights, role, unit, group }: Item): StoredSession {
  return { startedAt, seenAt, checkedAt, rights, role, unit, ...(group !== undefined && { group }) };
}
