import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { type Item, queryItems, type Reading, sound, soundItems } from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { isMonth, isUnit, revised } from '#functions/store/shapes.ts';
import { canonical } from '#shared/digest.ts';
import { isText, isWhole, shape } from '#shared/input/shape.ts';
import type { Month } from '#shared/period.ts';
import { type BaselineMonth, type BaselineRevision, baselineCounts } from '#shared/scorecards/baseline.ts';
import type { UnitId } from '#shared/units/units.ts';

export type BaselineStore = ReturnType<typeof baselineStore>;

/** Keeps what a district counted before any regime, append-only, in the district's partition. */
export function baselineStore(db: DynamoDBDocumentClient, TableName: string) {
  async function newest(district: UnitId, month: Month): Promise<BaselineRevision | undefined> {
    const query = {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': district, ':prefix': `baseline#${month}#` },
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: 1,
    };
    for await (const item of queryItems<Item>(db, query, (each) => each)) return sound(item, baselines);
    return undefined;
  }

  return {
    newest,

    /** The newest revision of each month of a span, oldest first. */
    async between(district: UnitId, from: Month, to: Month): Promise<BaselineRevision[]> {
      const found = new Map<Month, BaselineRevision>();
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': district, ':from': `baseline#${from}#`, ':to': `baseline#${to}#~` },
      };
      for await (const each of soundItems(db, query, baselines)) found.set(each.month, each);
      return [...found.values()];
    },

    /** Appends a month's counts to the revision that the writer saw, `base`. */
    async append(
      district: UnitId,
      said: BaselineMonth,
      base: number,
      { by, at }: Authorship,
      before?: Before<BaselineRevision>,
    ): Promise<AppendOutcome<BaselineRevision>> {
      return appendRevision({
        base,
        newest: () => newest(district, said.month),
        saysTheSame: ({ month, counts, source }) => canonical({ month, counts, source }) === canonical(said),
        next: () => ({ district, ...said, revision: base + 1, by, at }),
        put: (stored) => putChange(db, TableName, { stored, Item: baselineItem(stored), table: 'cells', before }),
      });
    },
  };
}

/** The item of a revision, for code that fills a table. */
export function baselineItem(revision: BaselineRevision): Item {
  const { district, month, revision: number } = revision;
  return { pk: district, sk: `baseline#${month}#${String(number).padStart(4, '0')}`, ...revision };
}

const isBaseline = shape({
  ...revised,
  district: isUnit,
  month: isMonth,
  counts: shape(Object.fromEntries(baselineCounts.map((name) => [name, isWhole(0, 1_000_000)]))),
  source: isText,
});

const baselines: Reading<BaselineRevision> = {
  kind: 'baseline',
  read: ({ pk, sk, ...revision }) => revision as unknown as BaselineRevision,
  isSound: (revision, { pk, sk }) => {
    const own = isBaseline(revision) ? baselineItem(revision) : undefined;
    return own?.pk === pk && own.sk === sk;
  },
};
