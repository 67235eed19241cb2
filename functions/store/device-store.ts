import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { putIf } from '#functions/store/put-if.ts';
import { transientKinds } from '#functions/store/tables.ts';
import { accountName } from '#shared/access/accounts.ts';
import { DEVICE_DAYS, MOST_DEVICES } from '#shared/access/devices.ts';
import type { Instant } from '#shared/period.ts';

interface KnownDevice {
  /** Of its secret: reading the table does not give the cookie. */
  readonly digest: string;
  readonly seenAt: Instant;
}

/** What is stored for an account. */
interface Known {
  /** The newest first. */
  readonly devices: readonly KnownDevice[];
  /** A sign-in that was asked for before then does not count. */
  readonly forgottenAt: Instant;
  /** Changes with each write, so that two at once lose nothing. */
  readonly version: string;
}

export type DeviceStore = ReturnType<typeof deviceStore>;

/**
 * Remembers on which devices an account has signed in, so that other people's tries do not slow those down. That is
 * all: a known device has no right, and its user needs the password as everybody does.
 */
export function deviceStore(db: DynamoDBDocumentClient, TableName: string) {
  const digestOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');
  const keyOf = (user: string) => ({
    pk: `${transientKinds.device}${createHash('sha256').update(accountName(user)).digest('hex')}`,
    sk: 'known',
  });
  const itemOf = (user: string, known: Omit<Known, 'version'>, now: Instant) => ({
    ...keyOf(user),
    ...known,
    version: randomUUID(),
    expiresAt: Math.ceil(endOf(now) / 1000),
  });

  async function find(user: string): Promise<Known | undefined> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(user), ConsistentRead: true }));
    return Item as Known | undefined;
  }

  return {
    /** Which of a browser's secrets the account knows; `undefined` if none. A name that nobody has knows none. */
    async known(user: string, secrets: readonly string[], now: Instant): Promise<string | undefined> {
      const devices = (await find(user))?.devices.filter(({ seenAt }) => endOf(seenAt) > Date.parse(now)) ?? [];
      return secrets.find((secret) => devices.some(({ digest }) => digest === digestOf(secret)));
    },

    /** When each device of an account has signed in last. */
    async ofUser(user: string): Promise<{ readonly seenAt: Instant }[]> {
      return (await find(user))?.devices.map(({ seenAt }) => ({ seenAt })) ?? [];
    },

    /**
     * Remembers the device of a sign-in under a new secret. The one that the browser had for the account ends, so that
     * a copied cookie is worth nothing after the owner's next sign-in.
     *
     * @param secrets those of the browser
     * @param now when the sign-in was asked for
     * @returns those that the browser has from now on
     */
    async remember(user: string, secrets: readonly string[], now: Instant): Promise<readonly string[]> {
      const secret = randomBytes(16).toString('base64url');
      for (;;) {
        const found = await find(user);
        const { devices = [], forgottenAt = '' } = found ?? {};
        if (now < forgottenAt) return secrets;
        const own = new Set(secrets.map(digestOf));
        const others = devices.filter(({ digest }) => !own.has(digest));
        const all = [{ digest: digestOf(secret), seenAt: now }, ...others].slice(0, MOST_DEVICES);
        const isStored = await putIf(db, {
          TableName,
          Item: itemOf(user, { devices: all, forgottenAt }, now),
          ...(found
            ? { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': found.version } }
            : { ConditionExpression: 'attribute_not_exists(sk)' }),
        });
        const ofOthers = secrets.filter((each) => !devices.some(({ digest }) => digest === digestOf(each)));
        if (isStored) return [secret, ...ofOthers];
      }
    },

    /** Forgets every device of an account, also that of a sign-in which is under way: it may have other hands now. */
    async forget(user: string, now: Instant): Promise<void> {
      await db.send(new PutCommand({ TableName, Item: itemOf(user, { devices: [], forgottenAt: now }, now) }));
    },
  };
}

const endOf = (seenAt: Instant) => Date.parse(seenAt) + DEVICE_DAYS * 24 * 60 * 60 * 1000;
