import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { type Reading, soundItems } from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { isUnit, revised } from '#functions/store/shapes.ts';
import { canonical } from '#shared/digest.ts';
import { isText, isWhole, listOf, oneOf, optional, recordOf, shape } from '#shared/input/shape.ts';
import { latestRevisions } from '#shared/latest-revisions.ts';
import { resultUnitCodes } from '#shared/reports/result-units.ts';
import { numberTargets, type TargetPlanRevision, type TypedTarget } from '#shared/targets/target-plan.ts';
import { quarterNumbers, type Year } from '#shared/themes/thematic-plan.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

export type TargetStore = ReturnType<typeof targetStore>;

/** Keeps the targets of cells by year, append-only, in a partition of the meetings table. */
export function targetStore(db: DynamoDBDocumentClient, TableName: string) {
  return {
    /** Every revision of all years of a unit's cells. */
    async revisions(unit: UnitId): Promise<TargetPlanRevision[]> {
      const found: TargetPlanRevision[] = [];
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :unit)',
        ExpressionAttributeValues: { ':pk': partitionOf(unit), ':unit': unit },
        ConsistentRead: true,
      };
      for await (const plan of soundItems(db, query, plans, unit)) found.push(plan);
      return found;
    },

    /** The newest plan of each year of a cell, oldest year first. */
    async ofCell(cell: UnitId): Promise<TargetPlanRevision[]> {
      return [...latestRevisions(await this.revisions(cell), ({ year }) => year).values()];
    },

    /** Appends a cell's targets of a year to the revision that the writer saw, `base`. New targets get their rows. */
    async append(
      { cell, year, targets }: { readonly cell: UnitId; readonly year: Year; readonly targets: readonly TypedTarget[] },
      base: number,
      { by, at }: Authorship,
      before?: Before<TargetPlanRevision>,
    ): Promise<AppendOutcome<TargetPlanRevision>> {
      return appendRevision({
        base,
        newest: async () => (await this.ofCell(cell)).find((each) => each.year === year),
        saysTheSame: (newest) => contentOf(newest.targets) === contentOf(targets),
        next: (newest) => ({ cell, year, ...numberTargets(targets, newest), revision: base + 1, by, at }),
        put: (stored) => putChange(db, TableName, { stored, Item: targetItem(stored), table: 'meetings', before }),
      });
    },
  };
}

/** What targets say, whatever rows they have: who sends new ones twice says the same. */
const contentOf = (targets: readonly TypedTarget[]) => canonical(targets.map(({ row: _, ...content }) => content));

const partitionOf = (cell: UnitId) => `${districtOf(cell)}#targets`;

const isQuantity = (value: unknown) => Number.isFinite(value) && (value as number) > 0;
const isYear = (value: unknown) => typeof value === 'string' && /^\d{4}$/.test(value);

const isPlan = shape({
  ...revised,
  cell: isUnit,
  year: isYear,
  lastRow: isWhole(0, 9999),
  targets: listOf(
    shape({
      row: isWhole(1, 9999),
      what: isText,
      unit: oneOf(resultUnitCodes),
      quantity: isQuantity,
      quarters: recordOf(isQuantity, oneOf(quarterNumbers)),
      until: optional(isYear),
    }),
  ),
});

const plans: Reading<TargetPlanRevision> = {
  kind: 'targets',
  read: ({ pk, sk, ...plan }) => plan as unknown as TargetPlanRevision,
  isSound: (plan, { pk, sk }) => {
    const own = isPlan(plan) ? targetItem(plan) : {};
    return own['pk'] === pk && own['sk'] === sk;
  },
};

/** The item of a plan, for code that fills a table. */
export function targetItem(plan: TargetPlanRevision): Record<string, unknown> {
  const sk = `${plan.cell}_${plan.year}#${String(plan.revision).padStart(4, '0')}`;
  return { pk: partitionOf(plan.cell), sk, ...plan };
}
