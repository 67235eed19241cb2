import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { type Freshness, type Reading, soundItems } from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { freeTextExpiry } from '#functions/store/report-store.ts';
import { isUnit, revised } from '#functions/store/shapes.ts';
import { canonical } from '#shared/digest.ts';
import { isText, oneOf, optional, recordOf, shape } from '#shared/input/shape.ts';
import { latestRevisions } from '#shared/latest-revisions.ts';
import { isDay } from '#shared/reports/figures-shape.ts';
import { parseReportId, type ReportId } from '#shared/reports/report.ts';
import type { SharedMeeting, SharedRevision } from '#shared/themes/shared-meeting.ts';
import {
  quarterNumbers,
  type ThematicPlan,
  type ThematicPlanRevision,
  type Year,
} from '#shared/themes/thematic-plan.ts';
import { themeCodes } from '#shared/themes/themes.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

export type ThematicPlanStore = ReturnType<typeof thematicPlanStore>;

/**
 * Keeps the thematic plans of cells, and the meetings that are shared as examples, append-only, in partitions of the
 * meetings table.
 */
export function thematicPlanStore(db: DynamoDBDocumentClient, TableName: string) {
  return {
    /** Every revision of the thematic plans of a unit's cells. */
    async revisions(unit: UnitId, year: Year, freshness: Freshness = {}): Promise<ThematicPlanRevision[]> {
      const found: ThematicPlanRevision[] = [];
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': `${districtOf(unit)}#themes#${year}`, ':prefix': unit },
        ConsistentRead: freshness.consistent ?? true,
      };
      for await (const plan of soundItems(db, query, plans, unit)) found.push(plan);
      return found;
    },

    /** The newest plan of each cell of a unit. */
    async ofYear(unit: UnitId, year: Year): Promise<ReadonlyMap<UnitId, ThematicPlanRevision>> {
      return latestRevisions(await this.revisions(unit, year), ({ cell }) => cell);
    },

    /**
     * Appends a cell's plan to the revision that the writer saw, `base`. To plan nothing where nothing was planned is the
     * same, and nothing is stored then.
     */
    async append(
      plan: ThematicPlan,
      base: number,
      { by, at }: Authorship,
      before?: Before<ThematicPlanRevision>,
    ): Promise<AppendOutcome<ThematicPlanRevision | undefined>> {
      const { cell, year, quarters } = plan;
      const plansNothing = Object.keys(quarters).length === 0;
      return appendRevision({
        base,
        newest: async () => (await this.ofYear(cell, year)).get(cell),
        saysTheSame: (newest) => canonical(newest.quarters) === canonical(quarters),
        next: (newest) => (newest || !plansNothing ? { ...plan, revision: base + 1, by, at } : undefined),
        put: (stored) =>
          putChange(db, TableName, { stored, Item: thematicPlanItem(stored), table: 'meetings', before }),
      });
    },

    /** The newest revision of each meeting of a district that was ever shared, until its free text expires. */
    async shared(district: UnitId): Promise<Map<ReportId, SharedRevision>> {
      const newest = new Map<ReportId, SharedRevision>();
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `${district}#shared` },
        ConsistentRead: true,
      };
      for await (const { expiresAt, ...meeting } of soundItems(db, query, sharedMeetings)) {
        // DynamoDB takes days to remove expired items.
        if (expiresAt * 1000 > Date.now()) newest.set(meeting.report, meeting);
      }
      return newest;
    },

    /** Appends a step of a meeting that is held up to the revision that the writer saw, `base`. */
    async share(
      meeting: SharedMeeting,
      base: number,
      { by, at }: Authorship,
      before?: Before<SharedRevision>,
    ): Promise<AppendOutcome<SharedRevision>> {
      const contentOf = ({ revision, by: _, at: __, ...content }: SharedRevision) => canonical(content);
      return appendRevision({
        base,
        newest: async () => (await this.shared(districtOf(meeting.cell))).get(meeting.report),
        saysTheSame: (newest) => contentOf(newest) === canonical(meeting),
        next: () => ({ ...meeting, revision: base + 1, by, at }),
        put: (stored) => putChange(db, TableName, { stored, Item: sharedItem(stored), table: 'meetings', before }),
      });
    },
  };
}

const isPlan = shape({
  ...revised,
  cell: isUnit,
  year: isText,
  quarters: recordOf(shape({ theme: oneOf(themeCodes), title: optional(isText) }), oneOf(quarterNumbers)),
});

const plans: Reading<ThematicPlanRevision> = {
  kind: 'themes',
  read: ({ pk, sk, ...plan }) => plan as unknown as ThematicPlanRevision,
  isSound: (plan, { pk, sk }) => {
    const own = isPlan(plan) ? thematicPlanItem(plan) : {};
    return own['pk'] === pk && own['sk'] === sk;
  },
};

const isShared = shape({
  ...revised,
  report: (id) => typeof id === 'string' && parseReportId(id) !== undefined,
  cell: isUnit,
  name: isText,
  date: isDay,
  theme: oneOf(themeCodes),
  note: isText,
  withdrawn: optional(oneOf([true])),
  expiresAt: Number.isFinite,
});

const sharedMeetings: Reading<SharedRevision & { readonly expiresAt: number }> = {
  kind: 'shared',
  read: ({ pk, sk, ...meeting }) => meeting as unknown as SharedRevision & { readonly expiresAt: number },
  isSound: (meeting, { sk }) => isShared(meeting) && sharedItem(meeting)['sk'] === sk,
};

/** The item of a shared meeting; its note expires as the free text of reports does. */
export function sharedItem(meeting: SharedRevision): Record<string, unknown> {
  const sk = `${meeting.report}#${String(meeting.revision).padStart(4, '0')}`;
  return { pk: `${districtOf(meeting.cell)}#shared`, sk, ...meeting, expiresAt: freeTextExpiry(meeting.at) };
}

/** The item of a plan, for code that fills a table. */
export function thematicPlanItem(plan: ThematicPlanRevision): Record<string, unknown> {
  const sk = `${plan.cell}#${String(plan.revision).padStart(4, '0')}`;
  return { pk: `${districtOf(plan.cell)}#themes#${plan.year}`, sk, ...plan };
}
