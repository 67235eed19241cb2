import { createHash } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { putIf } from '#functions/store/put-if.ts';
import { transientKinds } from '#functions/store/tables.ts';
import type { Instant } from '#shared/period.ts';

/** The user pool's codes hold so long. */
const HOURS = 1;
/** No version of anybody's rights. */
const NO_CODE = 'none';

export type RecoveryStore = ReturnType<typeof recoveryStore>;

/**
 * Notes under which rights a code for a forgotten password was asked for. The user pool takes a code for an hour, also
 * where the district has given the account to another person meanwhile; such a code must not count.
 */
export function recoveryStore(db: DynamoDBDocumentClient, TableName: string) {
  const keyOf = (user: string) => ({
    pk: `${transientKinds.recovery}${createHash('sha256').update(user).digest('hex')}`,
    sk: 'asked',
  });

  const endOf = (now: Instant) => Math.ceil(Date.parse(now) / 1000) + HOURS * 60 * 60;

  return {
    /**
     * @param rights the version of the account's rights before the code was asked for; `undefined` if none was mailed: an
     *   earlier code stays as it is, and the answer takes the same time
     */
    async note(user: string, rights: string | undefined, now: Instant): Promise<void> {
      const Item = { ...keyOf(user), rights: rights ?? NO_CODE, expiresAt: endOf(now) };
      await putIf(db, {
        TableName,
        Item,
        ...(rights === undefined
          ? { ConditionExpression: 'attribute_not_exists(sk)' }
          : {
              ConditionExpression: 'attribute_not_exists(forgottenAt) OR forgottenAt < :now',
              ExpressionAttributeValues: { ':now': now },
            }),
      });
    },

    /** Takes the codes of the last hour for none, also one that is being mailed: the account's address has changed. */
    async forget(user: string, now: Instant): Promise<void> {
      const Item = { ...keyOf(user), rights: NO_CODE, forgottenAt: now, expiresAt: endOf(now) };
      await db.send(new PutCommand({ TableName, Item }));
    },

    /** The version under which the newest code was asked for; `undefined` if none was. */
    async rightsAt(user: string, now: Instant): Promise<string | undefined> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(user), ConsistentRead: true }));
      return Item && (Item['expiresAt'] as number) * 1000 > Date.parse(now) ? (Item['rights'] as string) : undefined;
    },
  };
}
