import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { putIf, putNew } from '#functions/store/put-if.ts';
import { transientKinds } from '#functions/store/tables.ts';
import { type ApiToken, tokenName } from '#shared/access/api-token.ts';
import { dayAt, type Instant } from '#shared/period.ts';

export type TokenUseStore = ReturnType<typeof tokenUseStore>;

/** Counts how often a token is used, minute by minute, and knows what of it was refused today. */
export function tokenUseStore(db: DynamoDBDocumentClient, TableName: string) {
  return {
    /** Counts one use, unless there were enough in its minute already. @returns whether it was counted */
    async take(token: Pick<ApiToken, 'district' | 'number'>, most: number, now: Instant): Promise<boolean> {
      const Key = { pk: `${transientKinds.tokenUse}${tokenName(token)}`, sk: now.slice(0, 'yyyy-mm-ddThh:mm'.length) };
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      const uses = Number(Item?.['uses'] ?? 0);
      if (uses >= most) return false;
      const expiresAt = Math.ceil(Date.parse(now) / 1000) + KEPT_SECONDS;
      const counted = await putIf(db, {
        TableName,
        Item: { ...Key, uses: uses + 1, expiresAt },
        ...(Item
          ? { ConditionExpression: '#uses = :uses', ExpressionAttributeValues: { ':uses': uses } }
          : { ConditionExpression: 'attribute_not_exists(sk)' }),
        ...(Item && { ExpressionAttributeNames: { '#uses': 'uses' } }),
      });
      // Somebody was quicker: those who are at it now are as many as the minute has left.
      return counted || this.take(token, most, now);
    },

    /** Whether a token's use is refused for the first time that day, for that reason. */
    isFirstRefusal(token: Pick<ApiToken, 'district' | 'number'>, why: string, now: Instant): Promise<boolean> {
      return putNew(db, TableName, {
        pk: `${transientKinds.tokenUse}${tokenName(token)}`,
        sk: `refused#${dayAt(now)}#${why}`,
        expiresAt: Math.ceil(Date.parse(now) / 1000) + REFUSAL_KEPT_SECONDS,
      });
    },
  };
}

const KEPT_SECONDS = 60 * 60;
/** The day, and one more. */
const REFUSAL_KEPT_SECONDS = 2 * 24 * 60 * 60;
