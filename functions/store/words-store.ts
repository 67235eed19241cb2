import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { allItems, type Item, queryItems, type Reading, sound, soundItems } from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { freeTextExpiry } from '#functions/store/report-store.ts';
import { isMonth, isUnit, revised } from '#functions/store/shapes.ts';
import type { BriefingRevision } from '#shared/briefings/briefing.ts';
import { canonical } from '#shared/digest.ts';
import { type WordsRevision, wordPartIds } from '#shared/documents/judged-words.ts';
import { type Check, isText, optional, shape } from '#shared/input/shape.ts';
import type { Instant } from '#shared/period.ts';
import type { SummaryRevision } from '#shared/summaries/summary-words.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

interface OfUnit extends WordsRevision {
  readonly unit: UnitId;
}

/** Which report of a unit the words are of. */
type Named<Stored extends OfUnit> = Omit<Stored, keyof WordsRevision>;

export type WordsStore<Stored extends OfUnit> = ReturnType<typeof wordsStore<Stored>>;

interface Kind<Stored extends OfUnit> {
  readonly kind: 'briefing' | 'summary';
  /** What follows the district in the partition's key. */
  readonly partition: string;
  /** The sort key before the number of the revision. */
  readonly nameOf: (of: Named<Stored>) => string;
  /** What it says besides its unit and its words. */
  readonly said: Readonly<Record<string, Check>>;
}

/** The words of monthly briefings. */
export const briefingWords: Kind<BriefingRevision> = {
  kind: 'briefing',
  partition: '#briefings',
  nameOf: ({ unit, month }) => `${unit}_${month}`,
  said: { month: isMonth },
};

/** The words of summaries of a span of months. */
export const summaryWords: Kind<SummaryRevision> = {
  kind: 'summary',
  partition: '#summaries',
  nameOf: ({ unit, from, to }) => `${unit}_${from}_${to}`,
  said: { from: isMonth, to: isMonth },
};

/** Keeps the words of one kind of reports, append-only, apart from the actions in their table. They expire as other free text does. */
export function wordsStore<Stored extends OfUnit>(db: DynamoDBDocumentClient, TableName: string, kind: Kind<Stored>) {
  const words = readingOf(kind);
  const query = (of: Named<Stored>) => ({
    TableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': partitionOf(kind, of.unit), ':prefix': `${kind.nameOf(of)}#` },
    ConsistentRead: true,
  });

  return {
    /**
     * @throws {UnreadableItem} if it cannot be read: nobody can have seen what it says
     */
    async newest(of: Named<Stored>): Promise<Stored | undefined> {
      const newestFirst = { ...query(of), ScanIndexForward: false, Limit: 1 };
      for await (const item of queryItems<Item>(db, newestFirst, (each) => each)) return sound(item, words);
      return undefined;
    },

    /** All revisions, oldest first. */
    async revisions(of: Named<Stored>): Promise<Stored[]> {
      const found: Stored[] = [];
      for await (const each of soundItems(db, query(of), words)) found.push(each);
      return found;
    },

    /**
     * Removes what all revisions say; who wrote them, and when, stays. Only the operator can.
     *
     * @param until leaves what was written later
     * @returns how many had words
     */
    async removeWords(of: Named<Stored>, until?: Instant): Promise<number> {
      const isLater = ({ at }: Item) => until !== undefined && typeof at === 'string' && at > until;
      const all = (await allItems<Item>(db, query(of))).filter(
        (item) => canonical(item['words']) !== '{}' && !isLater(item),
      );
      for (const { pk, sk } of all) {
        const change = { UpdateExpression: 'SET words = :none', ExpressionAttributeValues: { ':none': {} } };
        await db.send(
          new UpdateCommand({ TableName, Key: { pk, sk }, ...change, ConditionExpression: 'attribute_exists(sk)' }),
        );
      }
      return all.length;
    },

    /** Appends words to the revision that the writer saw, `base`. */
    async append(
      of: Named<Stored>,
      said: Pick<WordsRevision, 'words' | 'figures'>,
      base: number,
      { by, at }: Authorship,
      before?: Before<Stored>,
    ): Promise<AppendOutcome<Stored>> {
      return appendRevision<Stored, Stored>({
        base,
        newest: () => this.newest(of),
        saysTheSame: (newest) => canonical(newest.words) === canonical(said.words),
        next: () => ({ ...of, ...said, revision: base + 1, by, at }) as unknown as Stored,
        put: (stored) => putChange(db, TableName, { stored, Item: wordsItem(kind, stored), table: 'actions', before }),
      });
    },
  };
}

function partitionOf<Stored extends OfUnit>({ partition }: Kind<Stored>, unit: UnitId): string {
  return `${districtOf(unit)}${partition}`;
}

/** The item of a revision. */
function wordsItem<Stored extends OfUnit>(kind: Kind<Stored>, stored: Stored): Item {
  const sk = `${kind.nameOf(stored)}#${String(stored.revision).padStart(4, '0')}`;
  const said: object = stored;
  return { pk: partitionOf(kind, stored.unit), sk, ...said, expiresAt: freeTextExpiry(stored.at) };
}

const isWords = shape(Object.fromEntries(wordPartIds.map((part) => [part, optional(isText)])));

function readingOf<Stored extends OfUnit>(kind: Kind<Stored>): Reading<Stored> {
  const isSound = shape({ ...revised, ...kind.said, unit: isUnit, words: isWords, figures: isText });
  return {
    kind: kind.kind,
    read: ({ pk, sk, expiresAt, ...stored }) => unexpired(stored as unknown as Stored),
    isSound: (stored, { pk, sk }) => {
      const own = isSound(stored) ? wordsItem(kind, stored) : undefined;
      return own?.pk === pk && own.sk === sk;
    },
  };
}

/** DynamoDB takes days to remove expired items; until then their number is taken. */
function unexpired<Stored extends OfUnit>(stored: Stored): Stored {
  return freeTextExpiry(stored.at) * 1000 > Date.now() ? stored : { ...stored, words: {} };
}
