import { createHash } from 'node:crypto';
import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { putNew } from '#functions/store/put-if.ts';
import { transientKinds } from '#functions/store/tables.ts';
import { addDays, type Day } from '#shared/period.ts';

/** A run is retried for hours, not for days. */
const KEPT_DAYS = 7;

export type ReminderStore = ReturnType<typeof reminderStore>;

/** Notes which addresses got a mail on a day. It stores them as digests. */
export function reminderStore(db: DynamoDBDocumentClient, TableName: string) {
  const keyOf = (address: string, day: Day) => ({
    pk: `${transientKinds.reminded}${createHash('sha256').update(address).digest('hex').slice(0, 32)}`,
    sk: day,
  });

  return {
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
