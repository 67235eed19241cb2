import { createHash, randomBytes } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { putNew } from '#functions/store/put-if.ts';
import { addDays, dayAt, type Instant } from '#shared/period.ts';
import type { Subscriber } from '#shared/reminders/reminder.ts';

/** A link in an old mail still works (RFC 8058 and senders' rules ask for 30 days at least). */
const KEPT_DAYS = 90;

export type UnsubscribeStore = ReturnType<typeof unsubscribeStore>;

/**
 * Keeps what the links in mails are for: whoever has one changes whether these accounts are reminded, and nothing else.
 * The key holds a digest: who reads the table cannot make the link.
 */
export function unsubscribeStore(db: DynamoDBDocumentClient, TableName: string) {
  const keyOf = (token: string) => ({
    pk: `unsubscribe#${createHash('sha256').update(token).digest('hex')}`,
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

    /** Whom a link is for; nobody where it has expired or never was one. */
    async find(token: string, now: Instant): Promise<readonly Subscriber[]> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(token) }));
      const fresh = Item && Number(Item['expiresAt']) * 1000 > Date.parse(now);
      return fresh ? (Item['subscribers'] as Subscriber[]) : [];
    },
  };
}
