import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { type Item, type Reading, sound, soundItems } from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { isUnit, revised } from '#functions/store/shapes.ts';
import { isWhole, oneOf, shape } from '#shared/input/shape.ts';
import { parseDay } from '#shared/period.ts';
import { posts } from '#shared/trainings/attendance.ts';
import type { CheckCount, CheckRevision } from '#shared/trainings/check.ts';
import { MOST_A_DAY, type TrainingKey } from '#shared/trainings/training.ts';
import type { UnitId } from '#shared/units/units.ts';

export type TrainingCheckStore = ReturnType<typeof trainingCheckStore>;

/** Keeps how checks of what was learnt went, by post and cell: counts alone, append-only, in the district's partition. */
export function trainingCheckStore(db: DynamoDBDocumentClient, TableName: string) {
  async function newest(district: UnitId, of: Pick<CheckRevision, 'day' | 'number' | 'cell' | 'post'>) {
    const { Items: [last] = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :own)',
        ExpressionAttributeValues: { ':pk': district, ':own': `${checkKey(of)}#${of.cell}#${of.post}#` },
        ScanIndexForward: false,
        Limit: 1,
        ConsistentRead: true,
      }),
    );
    return last && sound(last as Item, checks);
  }

  return {
    /** How the check of a training went, the newest count of each post and cell. */
    async of(district: UnitId, key: TrainingKey): Promise<CheckRevision[]> {
      const found = new Map<string, CheckRevision>();
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :own)',
        ExpressionAttributeValues: { ':pk': district, ':own': `${checkKey(key)}#` },
        ConsistentRead: true,
      };
      for await (const check of soundItems(db, query, checks)) found.set(`${check.cell}#${check.post}`, check);
      return [...found.values()];
    },

    /** Appends a count to those of a post and cell. Whoever was quicker comes before: no count replaces another. */
    async append(
      district: UnitId,
      of: Pick<CheckRevision, 'day' | 'number' | 'cell' | 'post'>,
      { right, of: all }: CheckCount,
      { by, at }: Authorship,
      before?: Before<CheckRevision>,
    ): Promise<AppendOutcome<CheckRevision>> {
      const base = (await newest(district, of))?.revision ?? 0;
      const { day, number, cell, post } = of;
      const outcome = await appendRevision<CheckRevision, CheckRevision>({
        base,
        newest: () => newest(district, of),
        saysTheSame: (stored) => stored.right === right && stored.of === all,
        next: () => ({ day, number, cell, post, right, of: all, revision: base + 1, by, at }),
        put: (stored) =>
          putChange(db, TableName, { stored, Item: checkItem(district, stored), table: 'cells', before }),
      });
      return outcome.kind === 'stale' ? this.append(district, of, { right, of: all }, { by, at }, before) : outcome;
    },
  };
}

function checkKey({ day, number }: TrainingKey): string {
  return `training-check#${day}#${String(number).padStart(2, '0')}`;
}

function checkItem(district: UnitId, check: CheckRevision) {
  const { cell, post, revision } = check;
  return { pk: district, sk: `${checkKey(check)}#${cell}#${post}#${String(revision).padStart(4, '0')}`, ...check };
}

const isCheck = shape({
  ...revised,
  day: (value) => typeof value === 'string' && parseDay(value) === value,
  number: isWhole(1, MOST_A_DAY),
  cell: isUnit,
  post: oneOf(Object.keys(posts)),
  right: isWhole(0, 99),
  of: isWhole(1, 99),
});

const checks: Reading<CheckRevision> = {
  kind: 'training',
  read: ({ pk, sk, ...check }) => check as unknown as CheckRevision,
  isSound: (check, { pk, sk }) => isCheck(check) && checkItem(pk, check).sk === sk,
};
