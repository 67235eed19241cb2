import { createHash } from 'node:crypto';
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { queryItems } from '#functions/store/pages.ts';
import { putIf } from '#functions/store/put-if.ts';
import { transientKinds } from '#functions/store/tables.ts';
import { absoluteEnd } from '#shared/access/session.ts';
import type { Instant } from '#shared/period.ts';

/** An open session: it is open as long as its item exists. */
export interface StoredSession {
  readonly startedAt: Instant;
  /** The time of its last request, to within some minutes. */
  readonly seenAt: Instant;
  /** Gets new id tokens from the user pool. */
  readonly refreshToken: string;
}

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
    async find(user: string, id: string): Promise<StoredSession | undefined> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(user, id), ConsistentRead: true }));
      return Item && sessionIn(Item as StoredSession);
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

    /** The open sessions of an account. */
    async ofUser(user: string): Promise<StoredSession[]> {
      const sessions: StoredSession[] = [];
      for await (const item of itemsOf(user)) sessions.push(sessionIn(item));
      return sessions;
    },

    /** Ends all sessions of an account. */
    async endAll(user: string): Promise<void> {
      for await (const { pk, sk } of itemsOf(user)) {
        await db.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
      }
    },
  };

  function itemsOf(user: string) {
    return queryItems<StoredSession & { readonly pk: string; readonly sk: string }>(db, {
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': partition(user) },
      ConsistentRead: true,
    });
  }
}

function sessionIn({ startedAt, seenAt, refreshToken }: StoredSession): StoredSession {
  return { startedAt, seenAt, refreshToken };
}
