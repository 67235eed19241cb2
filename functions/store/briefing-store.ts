import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { type Item, queryItems, type Reading, sound, soundItems } from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { isMonth, isUnit, revised } from '#functions/store/shapes.ts';
import { type BriefingRevision, wordPartIds } from '#shared/briefings/briefing.ts';
import { canonical } from '#shared/digest.ts';
import { isText, optional, shape } from '#shared/input/shape.ts';
import type { Month } from '#shared/period.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

export type BriefingStore = ReturnType<typeof briefingStore>;

/** What a writer has to say, about figures that he saw. */
type Said = Pick<BriefingRevision, 'unit' | 'month' | 'words' | 'figures'>;

/** Keeps the words of monthly briefings, append-only, apart from the actions in their table. */
export function briefingStore(db: DynamoDBDocumentClient, TableName: string) {
  const query = (unit: UnitId, month: Month) => ({
    TableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': partitionOf(unit), ':prefix': `${unit}_${month}#` },
    ConsistentRead: true,
  });

  return {
    /**
     * @throws {UnreadableItem} if it cannot be read: nobody can have seen what it says
     */
    async newest(unit: UnitId, month: Month): Promise<BriefingRevision | undefined> {
      const newestFirst = { ...query(unit, month), ScanIndexForward: false, Limit: 1 };
      for await (const item of queryItems<Item>(db, newestFirst, (each) => each)) return sound(item, briefings);
      return undefined;
    },

    /** All revisions, oldest first. */
    async revisions(unit: UnitId, month: Month): Promise<BriefingRevision[]> {
      const found: BriefingRevision[] = [];
      for await (const each of soundItems(db, query(unit, month), briefings)) found.push(each);
      return found;
    },

    /** Appends words to the revision that the writer saw, `base`. */
    async append(
      said: Said,
      base: number,
      { by, at }: Authorship,
      before?: Before<BriefingRevision>,
    ): Promise<AppendOutcome<BriefingRevision>> {
      return appendRevision({
        base,
        newest: () => this.newest(said.unit, said.month),
        saysTheSame: ({ words }) => canonical(words) === canonical(said.words),
        next: () => ({ ...said, revision: base + 1, by, at }),
        put: (stored) => putChange(db, TableName, { stored, Item: briefingItem(stored), table: 'actions', before }),
      });
    },
  };
}

function partitionOf(unit: UnitId): string {
  return `${districtOf(unit)}#briefings`;
}

/** The item of a revision. */
function briefingItem(revision: BriefingRevision): Item {
  const { unit, month, revision: number } = revision;
  return { pk: partitionOf(unit), sk: `${unit}_${month}#${String(number).padStart(4, '0')}`, ...revision };
}

const isWords = shape(Object.fromEntries(wordPartIds.map((part) => [part, optional(isText)])));
const isBriefing = shape({ ...revised, unit: isUnit, month: isMonth, words: isWords, figures: isText });

const briefings: Reading<BriefingRevision> = {
  kind: 'briefing',
  read: ({ pk, sk, ...revision }) => revision as unknown as BriefingRevision,
  isSound: (revision, { pk, sk }) => {
    const own = isBriefing(revision) ? briefingItem(revision) : undefined;
    return own?.pk === pk && own.sk === sk;
  },
};
