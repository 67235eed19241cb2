import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { queryItems } from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { putNew } from '#functions/store/put-if.ts';
import type { Guidance, GuidanceRevision, Opening } from '#shared/guidance/guidance.ts';
import type { Month } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

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

    /** Appends an orientation to the revision that the writer saw, `base`. */
    async append(
      district: UnitId,
      guidance: Guidance,
      base: number,
      { by, at }: Authorship,
      before?: Before<GuidanceRevision>,
    ): Promise<AppendOutcome<GuidanceRevision>> {
      const { month, audience, text } = guidance;
      return appendRevision({
        base,
        newest: async () => (await startingWith<GuidanceRevision>(district, `guidance#${month}#${audience}#`)).at(-1),
        saysTheSame: (newest) => newest.text === text,
        next: () => ({ ...guidance, revision: base + 1, by, at }),
        put: (stored) =>
          putChange(db, TableName, { stored, Item: guidanceItem(district, stored), table: 'cells', before }),
      });
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
