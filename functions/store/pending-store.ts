import { createHash, randomBytes } from 'node:crypto';
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { transientKinds } from '#functions/store/tables.ts';
import { PENDING_MINUTES } from '#shared/access/session.ts';
import type { Instant } from '#shared/period.ts';

/** A sign-in with the right password that needs one more step. */
interface Begun {
  readonly user: string;
  /** The version of the account's rights before the sign-in began: with another, the step counts no more. */
  readonly rights: string;
}

/** The step is a password of the owner's own, or the code of an authenticator app. */
interface Challenged extends Begun {
  readonly kind: 'new-password' | 'code';
  /** The user pool's session, which proves that the password was right. */
  readonly challenge: string;
}

/** The step is to set up an authenticator app. */
interface SettingUp extends Begun {
  readonly kind: 'set-up';
  /** Lets the owner set up an app at the user pool. */
  readonly accessToken: string;
  /** The key for the app. */
  readonly secret: string;
}

export type PendingSignIn = Challenged | SettingUp;
type PendingOf<K extends PendingSignIn['kind']> = K extends 'set-up' ? SettingUp : Challenged;

export type PendingStore = ReturnType<typeof pendingStore>;

/** Keeps unfinished sign-ins: what proves the steps before never leaves the functions; the browser knows only an id. */
export function pendingStore(db: DynamoDBDocumentClient, TableName: string) {
  const keyOf = (id: string) => ({
    pk: `${transientKinds.pending}${createHash('sha256').update(id).digest('hex')}`,
    sk: 'sign-in',
  });

  return {
    /** @returns the id that finds it again */
    async keep(pending: PendingSignIn, now: Instant): Promise<string> {
      const id = randomBytes(16).toString('base64url');
      const expiresAt = Math.ceil(Date.parse(now) / 1000) + PENDING_MINUTES * 60;
      const Item = { ...keyOf(id), ...pending, expiresAt };
      await db.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(sk)' }));
      return id;
    },

    /** An unfinished sign-in whose next step is of this kind. */
    async find<K extends PendingSignIn['kind']>(kind: K, id: string, now: Instant): Promise<PendingOf<K> | undefined> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }));
      if (!Item || Item['kind'] !== kind || (Item['expiresAt'] as number) * 1000 <= Date.parse(now)) return undefined;
      const { pk, sk, expiresAt, ...pending } = Item;
      return pending as unknown as PendingOf<K>;
    },

    async remove(id: string): Promise<void> {
      await db.send(new DeleteCommand({ TableName, Key: keyOf(id) }));
    },
  };
}
