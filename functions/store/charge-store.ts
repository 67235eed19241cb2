import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { queryItems } from '#functions/store/pages.ts';
import type { ChargeList, ChargeRevision } from '#shared/charge.ts';
import { canonical } from '#shared/digest.ts';
import { endOfMonth, type Instant, type Month } from '#shared/period.ts';
import type { Actor } from '#shared/report.ts';
import { districtOf, type UnitId } from '#shared/units.ts';

export type ChargeOutcome =
  | { readonly kind: 'added' | 'same'; readonly stored: ChargeRevision }
  | { readonly kind: 'stale'; readonly stored: ChargeRevision | undefined };

export type ChargeStore = ReturnType<typeof chargeStore>;

/** Keeps who is in charge of which cell, append-only, in a partition of the meetings table. */
export function chargeStore(db: DynamoDBDocumentClient, TableName: string) {
  async function revisions(district: UnitId, prefix: string): Promise<ChargeRevision[]> {
    const found: ChargeRevision[] = [];
    for await (const item of queryItems<Record<string, unknown>>(db, {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': `${district}#charge`, ':prefix': prefix },
      ConsistentRead: true,
    })) {
      const { pk, sk, ...revision } = item;
      found.push(revision as unknown as ChargeRevision);
    }
    return found;
  }

  return {
    /** The newest list of each commune of a district as a month had it: entered by the month's end. */
    async ofMonth(district: UnitId, month: Month): Promise<ReadonlyMap<UnitId, ChargeRevision>> {
      const end = endOfMonth(month);
      const all = await revisions(district, `${district}.`);
      // Revisions of one commune come in order, so the last one stays.
      return new Map(all.filter(({ at }) => at <= end).map((each) => [each.commune, each]));
    },

    async newest(commune: UnitId): Promise<ChargeRevision | undefined> {
      return (await revisions(districtOf(commune), `${commune}#`)).at(-1);
    },

    /** Appends a list. `same`: the newest already says this; `stale`: it is not the one that the writer saw. */
    async append(list: ChargeList, base: number, { by, at }: { by: Actor; at: Instant }): Promise<ChargeOutcome> {
      const newest = await this.newest(list.commune);
      if (newest && contentOf(newest) === contentOf(list)) return { kind: 'same', stored: newest };
      if ((newest?.revision ?? 0) !== base) return { kind: 'stale', stored: newest };
      const stored = { ...list, revision: base + 1, by, at };
      const ConditionExpression = 'attribute_not_exists(sk)';
      try {
        await db.send(new PutCommand({ TableName, Item: chargeItem(stored), ConditionExpression }));
        return { kind: 'added', stored };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return this.append(list, base, { by, at }); // someone was quicker: read again and answer `same` or `stale`
      }
    },
  };
}

/** The item of a list, for whoever fills a table. */
export function chargeItem(list: ChargeRevision): Record<string, unknown> {
  const sk = `${list.commune}#${String(list.revision).padStart(4, '0')}`;
  return { pk: `${districtOf(list.commune)}#charge`, sk, ...list };
}

function contentOf({ members, charges }: ChargeList): string {
  return canonical({ members, charges });
}
