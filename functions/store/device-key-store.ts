import { randomBytes } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { putIf } from '#functions/store/put-if.ts';
import { addDays, dayAt, type Instant } from '#shared/period.ts';

/** A key outlives what it seals: drafts and reports of months that have closed long ago are of no use. */
const KEPT_DAYS = 400;
/** Prolonging it at each use would cost a write a session. */
const PROLONGED_AFTER_DAYS = 30;

export type DeviceKeyStore = ReturnType<typeof deviceKeyStore>;

/**
 * Keeps one key for each account, by which its devices seal what they keep. Whoever has the account next has the key:
 * what was saved belongs to the account.
 */
export function deviceKeyStore(db: DynamoDBDocumentClient, TableName: string) {
  const keyOf = (user: string) => ({ pk: `device#${user}`, sk: 'key' });

  async function find(user: string): Promise<{ key: string; usedAt: Instant } | undefined> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(user), ConsistentRead: true }));
    return Item && { key: Item['key'] as string, usedAt: Item['usedAt'] as Instant };
  }

  async function save(user: string, key: string, now: Instant): Promise<void> {
    const expiresAt = Date.parse(addDays(dayAt(now), KEPT_DAYS)) / 1000;
    await putIf(db, {
      TableName,
      Item: { ...keyOf(user), key, usedAt: now, expiresAt },
      ConditionExpression: 'attribute_not_exists(sk) OR #key = :key',
      ExpressionAttributeNames: { '#key': 'key' },
      ExpressionAttributeValues: { ':key': key },
    });
  }

  return {
    /** The account's key, 256 random bits in base64: made when it is first asked for, and then always the same. */
    async of(user: string, now: Instant): Promise<string> {
      const found = await find(user);
      if (found && addDays(dayAt(found.usedAt), PROLONGED_AFTER_DAYS) > dayAt(now)) return found.key;
      const key = found?.key ?? randomBytes(32).toString('base64');
      await save(user, key, now);
      // Two devices may ask at the same time: the first one's key is everybody's.
      return (await find(user))?.key ?? key;
    },
  };
}
