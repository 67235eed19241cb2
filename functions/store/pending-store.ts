import { createHash, randomBytes } from 'node:crypto';
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { transientKinds } from '#functions/store/tables.ts';
import type { Instant } from '#shared/period.ts';

/** A sign-in with the right password whose second factor must still be set up. */
export interface PendingSignIn {
  readonly user: string;
  readonly token: string;
  readonly refreshToken: string;
  readonly accessToken: string;
  /** The key for the authenticator app. */
  readonly secret: string;
}

/** Time enough to fetch a telephone and install an app. */
const MINUTES = 15;

export type PendingStore = ReturnType<typeof pendingStore>;

/** Keeps unfinished sign-ins, so that their tokens never leave the functions; the browser knows only an id. */
export function pendingStore(db: DynamoDBDocumentClient, TableName: string) {
  const keyOf = (id: string) => ({
    pk: `${transientKinds.pending}${createHash('sha256').update(id).digest('hex')}`,
    sk: 'sign-in',
  });

  return {
    /** @returns the id that finds it again */
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
