import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { queryItems } from '#functions/store/pages.ts';
import { putNew } from '#functions/store/put-if.ts';
import type { Actor } from '#shared/access/session.ts';
import type { Guidance, GuidanceRevision, Opening } from '#shared/guidance/guidance.ts';
import type { Instant, Month } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

export type GuidanceOutcome =
  | { readonly kind: 'added' | 'same'; readonly stored: GuidanceRevision }
  | { readonly kind: 'stale'; readonly stored: GuidanceRevision | undefined };

export type GuidanceStore = ReturnType<typeof guidanceStore>;

/** Keeps what a district publishes for its cells, append-only, and who has opened it, in the district's partition. */
export function guidanceStore(db: DynamoDBDocumentClient, TableName: string) {
  async function startingWith<Item>(district: UnitId, prefix: string): Promise<Item[]> {
    const found: Item[] = [];
    for await (const item of queryItems<Record<string, unknown>>(db, {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': district, ':prefix': prefix },
      ConsistentRead: true,
    })) {
      const { pk, sk, ...rest } = item;
      found.push(rest as Item);
    }
    return found;
  }

  return {
    /** Every revision of a month. */
    async ofMonth(district: UnitId, month: Month): Promise<GuidanceRevision[]> {
      return startingWith(district, `guidance#${month}#`);
    },

    /** Appends a revision. `same`: the newest already says this; `stale`: it is not the one that the writer saw. */
    async append(
      district: UnitId,
      guidance: Guidance,
      base: number,
      { by, at }: { by: Actor; at: Instant },
    ): Promise<GuidanceOutcome> {
      const { month, audience } = guidance;
      const newest = (await startingWith<GuidanceRevision>(district, `guidance#${month}#${audience}#`)).at(-1);
      if (newest?.text === guidance.text) return { kind: 'same', stored: newest };
      if ((newest?.revision ?? 0) !== base) return { kind: 'stale', stored: newest };
      const stored = { ...guidance, revision: base + 1, by, at };
      if (await putNew(db, TableName, guidanceItem(district, stored))) return { kind: 'added', stored };
      return this.append(district, guidance, base, { by, at }); // someone was quicker: it is `same` or `stale` now
    },

    /** Who has opened what of a month. */
    async openings(district: UnitId, month: Month): Promise<Opening[]> {
      return startingWith(district, `opened#${month}#`);
    },

    /** Records that somebody has opened a revision; the first time stays. */
    async open(district: UnitId, opening: Opening): Promise<void> {
      await putNew(db, TableName, openingItem(district, opening));
    },
  };
}

/** The item of a revision, for code that fills a table. */
export function guidanceItem(district: UnitId, revision: GuidanceRevision): Record<string, unknown> {
  return { pk: district, sk: `guidance#${keyOf(revision)}`, ...revision };
}

export function openingItem(district: UnitId, opening: Opening): Record<string, unknown> {
  const reader = opening.group === undefined ? opening.unit : `group-${opening.group}`;
  return { pk: district, sk: `opened#${keyOf(opening)}#${reader}`, ...opening };
}

function keyOf({ month, audience, revision }: Pick<Opening, 'month' | 'audience' | 'revision'>): string {
  return `${month}#${audience}#${String(revision).padStart(4, '0')}`;
}
