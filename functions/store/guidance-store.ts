import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { type Reading, soundItems } from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { putNew } from '#functions/store/put-if.ts';
import { isInstant, isMonth, isUnit, revised } from '#functions/store/shapes.ts';
import { audiences, type Guidance, type GuidanceRevision, type Opening } from '#shared/guidance/guidance.ts';
import { isText, isWhole, oneOf, optional, shape } from '#shared/input/shape.ts';
import type { Month } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

export type GuidanceStore = ReturnType<typeof guidanceStore>;

/** Keeps what a district publishes for its cells, append-only, and who has opened it, in the district's partition. */
export function guidanceStore(db: DynamoDBDocumentClient, TableName: string) {
  async function startingWith<Value>(district: UnitId, prefix: string, reading: Reading<Value>): Promise<Value[]> {
    const found: Value[] = [];
    const query = {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': district, ':prefix': prefix },
      ConsistentRead: true,
    };
    for await (const value of soundItems(db, query, reading)) found.push(value);
    return found;
  }

  return {
    /** Every revision of a month. */
    async ofMonth(district: UnitId, month: Month): Promise<GuidanceRevision[]> {
      return startingWith(district, `guidance#${month}#`, orientations);
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
        newest: async () => (await startingWith(district, `guidance#${month}#${audience}#`, orientations)).at(-1),
        saysTheSame: (newest) => newest.text === text,
        next: () => ({ ...guidance, revision: base + 1, by, at }),
        put: (stored) =>
          putChange(db, TableName, { stored, Item: guidanceItem(district, stored), table: 'cells', before }),
      });
    },

    /** Who has opened what of a month. */
    async openings(district: UnitId, month: Month): Promise<Opening[]> {
      return startingWith(district, `opened#${month}#`, openings);
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

const about = { month: isMonth, audience: oneOf(audiences) } as const;
const isOrientation = shape({ ...revised, ...about, text: isText });
const isOpening = shape({
  ...about,
  revision: isWhole(1, 9999),
  unit: isUnit,
  group: optional(isWhole(1, 99)),
  at: isInstant,
});

const orientations: Reading<GuidanceRevision> = {
  kind: 'guidance',
  read: ({ pk, sk, ...revision }) => revision as unknown as GuidanceRevision,
  isSound: (revision, { pk, sk }) => isOrientation(revision) && guidanceItem(pk, revision)['sk'] === sk,
};

const openings: Reading<Opening> = {
  kind: 'guidance',
  read: ({ pk, sk, ...opening }) => opening as unknown as Opening,
  isSound: (opening, { pk, sk }) => isOpening(opening) && openingItem(pk, opening)['sk'] === sk,
};

function keyOf({ month, audience, revision }: Pick<Opening, 'month' | 'audience' | 'revision'>): string {
  return `${month}#${audience}#${String(revision).padStart(4, '0')}`;
}
