import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { readable, UnreadableItem, withFormat } from '#functions/store/format.ts';
import { deleteIf, putIf } from '#functions/store/put-if.ts';
import { isInstant } from '#functions/store/shapes.ts';
import { transientKinds } from '#functions/store/tables.ts';
import { isText, optional, shape } from '#shared/input/shape.ts';
import type { Notice } from '#shared/notices/notice.ts';
import type { Instant } from '#shared/period.ts';

export type NoticeStore = ReturnType<typeof noticeStore>;

const isNotice = shape({ vi: isText, en: optional(isText), from: isInstant, until: isInstant, at: isInstant });

/** Keeps the one notice of the operator; only the operator's own credentials can write it. */
export function noticeStore(db: DynamoDBDocumentClient, TableName: string) {
  const Key = { pk: `${transientKinds.notice}all`, sk: 'notice' };
  const unchanged = {
    ConditionExpression: '#at = :seen',
    ExpressionAttributeNames: { '#at': 'at' },
  };

  return {
    /** The notice, also one that is yet to be shown; `undefined` where there is none, or its time is over. */
    async find(now: Instant): Promise<Notice | undefined> {
      // A page may be a moment behind: half the units, and it is read again within the minute.
      const { Item } = await db.send(new GetCommand({ TableName, Key }));
      if (!Item || Date.parse(Item['until']) <= Date.parse(now)) return undefined;
      const { pk, sk, expiresAt, ...notice } = readable(Item);
      if (!isNotice(notice)) throw new UnreadableItem(Item);
      return notice as Notice;
    },

    /**
     * Sets the notice in place of the one that the writer saw.
     *
     * @param seen when that was set; `undefined` where there was none
     * @returns `false` if another was set meanwhile
     */
    set(notice: Notice, seen: Instant | undefined): Promise<boolean> {
      const expiresAt = Math.ceil(Date.parse(notice.until) / 1000);
      const Item = withFormat({ ...Key, ...notice, expiresAt });
      if (seen !== undefined) {
        return putIf(db, { TableName, Item, ...unchanged, ExpressionAttributeValues: { ':seen': seen } });
      }
      return putIf(db, {
        TableName,
        Item,
        // What has expired may not have been taken away yet.
        ConditionExpression: 'attribute_not_exists(sk) OR #until <= :now',
        ExpressionAttributeNames: { '#until': 'until' },
        ExpressionAttributeValues: { ':now': notice.at },
      });
    },

    /** Takes the notice away that was set then; `false` if another was set meanwhile. */
    end: (seen: Instant): Promise<boolean> =>
      deleteIf(db, { TableName, Key, ...unchanged, ExpressionAttributeValues: { ':seen': seen } }),
  };
}
