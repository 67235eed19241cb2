import { createHash } from 'node:crypto';
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { withFormat } from '#functions/store/format.ts';
import { putNew } from '#functions/store/put-if.ts';
import { transientKinds } from '#functions/store/tables.ts';
import { addDays, type Day, dayAt, type Instant } from '#shared/period.ts';

/** A run is retried for hours, not for days. */
const KEPT_DAYS = 7;
/** When it last ran is known for longer than any holiday. */
const RUN_KEPT_DAYS = 60;

/** A morning's run, as the operator looks it up. */
export interface ReminderRun {
  readonly at: Instant;
  readonly sent: number;
  readonly failed: number;
}

export type ReminderStore = ReturnType<typeof reminderStore>;

/** Notes which addresses got a mail on a day. It stores them as digests. */
export function reminderStore(db: DynamoDBDocumentClient, TableName: string) {
  const keyOf = (address: string, day: Day) => ({
    pk: `${transientKinds.reminded}${createHash('sha256').update(address).digest('hex').slice(0, 32)}`,
    sk: day,
  });

  const runKey = { pk: `${transientKinds.reminded}run`, sk: 'last' };

  return {
    /** Notes how a run went. */
    async noteRun({ at, sent, failed }: ReminderRun): Promise<void> {
      const expiresAt = Date.parse(addDays(dayAt(at), RUN_KEPT_DAYS)) / 1000;
      await db.send(new PutCommand({ TableName, Item: withFormat({ ...runKey, at, sent, failed, expiresAt }) }));
    },

    /** How the newest run went; `undefined` if there was none for weeks. */
    async lastRun(): Promise<ReminderRun | undefined> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: runKey, ConsistentRead: true }));
      return Item && { at: String(Item['at']), sent: Number(Item['sent']), failed: Number(Item['failed']) };
    },

    /** Notes that an address gets a mail on a day; `false` if it was noted before. */
    async claim(address: string, day: Day): Promise<boolean> {
      const expiresAt = Date.parse(addDays(day, KEPT_DAYS)) / 1000;
      const Item = { ...keyOf(address, day), expiresAt };
      return putNew(db, TableName, Item);
    },

    /** Removes the note, since nothing was sent. */
    async giveBack(address: string, day: Day): Promise<void> {
      await db.send(new DeleteCommand({ TableName, Key: keyOf(address, day) }));
    },
  };
}
