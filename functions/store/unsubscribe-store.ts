import { createHash, randomBytes } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { putNew } from '#functions/store/put-if.ts';
import { transientKinds } from '#functions/store/tables.ts';
import { addDays, dayAt, type Instant } from '#shared/period.ts';
import type { Subscriber } from '#shared/reminders/reminder.ts';

/** Links in old mails still work (RFC 8058 and senders' rules require at least 30 days). */
const KEPT_DAYS = 90;

export type UnsubscribeStore = ReturnType<typeof unsubscribeStore>;

/**
 * Keeps the accounts of the links in mails: a link changes whether these accounts get reminders, and nothing else. The
 * key is a digest: reading the table does not give the link.
 */
export function unsubscribeStore(db: DynamoDBDocumentClient, TableName: string) {
  const keyOf = (token: string) => ({
    pk: `${transientKinds.unsubscribe}${createHash('sha256').update(token).digest('hex')}`,
    sk: 'accounts',
  });

  return {
    /** @returns the token of a new link */
    async add(subscribers: readonly Subscriber[], now: Instant): Promise<string> {
      const token = randomBytes(18).toString('base64url');
      const expiresAt = Date.parse(addDays(dayAt(now), KEPT_DAYS)) / 1000;
      await putNew(db, TableName, { ...keyOf(token), subscribers, expiresAt });
      return token;
    },

    /** The accounts of a link; none if it has expired or never existed. */
    async find(token: string, now: Instant): Promise<readonly Subscriber[]> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(token) }));
      const fresh = Item && Number(Item['expiresAt']) * 1000 > Date.parse(now);
      return fresh ? (Item['subscribers'] as Subscriber[]) : [];
    },
  };
}
