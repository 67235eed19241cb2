import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, appendRevision } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { type Reading, soundItems } from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { isMonth, isUnit, revised } from '#functions/store/shapes.ts';
import { isText, shape } from '#shared/input/shape.ts';
import type { Month } from '#shared/period.ts';
import type { Reopening } from '#shared/scorecards/reopening.ts';
import type { UnitId } from '#shared/units/units.ts';

export type ReopeningStore = ReturnType<typeof reopeningStore>;

/** Keeps which closed months a district has opened again, append-only beside its directory. */
export function reopeningStore(db: DynamoDBDocumentClient, TableName: string) {
  const all = async (district: UnitId, prefix: string): Promise<Reopening[]> => {
    const found: Reopening[] = [];
    const query = {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': district, ':prefix': prefix },
      ConsistentRead: true,
    };
    for await (const reopening of soundItems(db, query, reopenings)) found.push(reopening);
    return found;
  };

  return {
    /** Every time that a month was opened again. */
    ofMonth: (district: UnitId, month: Month): Promise<Reopening[]> => all(district, `reopened#${month}#`),

    /** The last time that a month was opened again. */
    async last(district: UnitId, month: Month): Promise<Reopening | undefined> {
      return (await this.ofMonth(district, month)).at(-1);
    },

    /** The last reopening of each month that ever was opened again. */
    async months(district: UnitId): Promise<Reopening[]> {
      return [...new Map((await all(district, 'reopened#')).map((each) => [each.month, each])).values()];
    },

    /** Opens a month again; `same` if the last reopening is already by this person for this reason. */
    async reopen({ revision, ...said }: Reopening, before?: Before<Reopening>): Promise<AppendOutcome<Reopening>> {
      const { district, month } = said;
      return appendRevision<Reopening, Reopening>({
        base: revision - 1,
        newest: () => this.last(district, month),
        saysTheSame: (last) =>
          last.revision === revision && last.by.user === said.by.user && last.reason === said.reason,
        next: () => ({ ...said, revision }),
        put: (stored) => putChange(db, TableName, { stored, Item: reopeningItem(stored), table: 'cells', before }),
      });
    },
  };
}

const isReopening = shape({ ...revised, district: isUnit, month: isMonth, reason: isText });

const reopenings: Reading<Reopening> = {
  kind: 'reopening',
  read: ({ pk, sk, ...reopening }) => reopening as unknown as Reopening,
  isSound: (reopening, { pk, sk }) => {
    const own = isReopening(reopening) ? reopeningItem(reopening) : {};
    return own['pk'] === pk && own['sk'] === sk;
  },
};

function reopeningItem(reopening: Reopening): Record<string, unknown> {
  const { district, month, revision } = reopening;
  return { pk: district, sk: `reopened#${month}#${String(revision).padStart(4, '0')}`, ...reopening };
}
