import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { withFormat } from '#functions/store/format.ts';
import { type Item, queryItems } from '#functions/store/pages.ts';
import { putIf } from '#functions/store/put-if.ts';
import { isInstant, isUnit } from '#functions/store/shapes.ts';
import { reservedKeys } from '#functions/store/tables.ts';
import { shape } from '#shared/input/shape.ts';
import type { Instant, Month } from '#shared/period.ts';
import type { WaitingCount } from '#shared/reviews/waiting.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

export type WaitingStore = ReturnType<typeof waitingStore>;

/**
 * Keeps how many reports of each commune's month wait for the district's board, in districts where a page cannot count
 * them: one item a commune and month beside the scorecards, replaced by each later count.
 */
export function waitingStore(db: DynamoDBDocumentClient, TableName: string) {
  return {
    /** Of a district's month, by commune; what is not as it should be is left out. The last second may be missing. */
    async ofMonth(district: UnitId, month: Month): Promise<WaitingCount[]> {
      const found: WaitingCount[] = [];
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :month)',
        ExpressionAttributeValues: { ':pk': partitionOf(district), ':month': `${month}#` },
      };
      for await (const { commune, count, countedAt } of queryItems<Item & WaitingCount>(db, query, asTheyAre)) {
        if (isCount({ commune, count, countedAt })) found.push({ commune, count, countedAt });
      }
      return found;
    },

    /** Stores a count; `false` if a later one is stored already. */
    async put(month: Month, counted: WaitingCount): Promise<boolean> {
      const { commune, countedAt } = counted;
      return putIf(db, {
        TableName,
        Item: withFormat({ pk: partitionOf(districtOf(commune)), sk: `${month}#${commune}`, ...counted }),
        ConditionExpression: 'attribute_not_exists(countedAt) OR countedAt <= :countedAt OR countedAt > :tomorrow',
        // One to come is broken and would stand for ever.
        ExpressionAttributeValues: { ':countedAt': countedAt, ':tomorrow': tomorrow(countedAt) },
      });
    },
  };
}

const asTheyAre = (item: object) => item;

const isCount = shape({ commune: isUnit, count: Number.isSafeInteger, countedAt: isInstant });

function partitionOf(district: UnitId): string {
  return `${district}${reservedKeys.scorecards.waiting}`;
}

function tomorrow(at: Instant): Instant {
  return new Date(Date.parse(at) + 24 * 60 * 60 * 1000).toISOString();
}
