import { createHash, randomBytes } from 'node:crypto';
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '#shared/period.ts';

/** A sign-in whose password was right and that waits for its second factor to be set up. */
export interface PendingSignIn {
  readonly user: string;
  readonly token: string;
  readonly refreshToken: string;
  readonly accessToken: string;
  /** What the authenticator app is given. */
  readonly secret: string;
}

/** As long as it takes to fetch a telephone and install an app. */
const MINUTES = 15;

export type PendingStore = ReturnType<typeof pendingStore>;

/** Keeps sign-ins half done, so that their tokens never leave the functions; the browser knows only an id. */
export function pendingStore(db: DynamoDBDocumentClient, TableName: string) {
  const keyOf = (id: string) => ({ pk: `pending#${createHash('sha256').update(id).digest('hex')}`, sk: 'sign-in' });

  return {
    /** @returns the id by which it is found again */
    async keep(pending: PendingSignIn, now: Instant): Promise<string> {
      const id = randomBytes(16).toString('base64url');
      const expiresAt = Math.ceil(Date.parse(now) / 1000) + MINUTES * 60;
      const Item = { ...keyOf(id), ...pending, expiresAt };
      await db.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(sk)' }));
      return id;
    },

    async find(id: string, now: Instant): Promise<PendingSignIn | undefined> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }));
      if (!Item || (Item['expiresAt'] as number) * 1000 <= Date.parse(now)) return undefined;
      const { user, token, refreshToken, accessToken, secret } = Item as PendingSignIn;
      return { user, token, refreshToken, accessToken, secret };
    },

    async remove(id: string): Promise<void> {
      await db.send(new DeleteCommand({ TableName, Key: keyOf(id) }));
    },
  };
}
