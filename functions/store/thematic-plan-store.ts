import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Freshness, queryItems } from '#functions/store/pages.ts';
import { putNew } from '#functions/store/put-if.ts';
import { freeTextExpiry } from '#functions/store/report-store.ts';
import type { Actor } from '#shared/access/session.ts';
import { canonical } from '#shared/digest.ts';
import { latestRevisions } from '#shared/latest-revisions.ts';
import type { Instant } from '#shared/period.ts';
import type { ReportId } from '#shared/reports/report.ts';
import type { SharedMeeting, SharedRevision } from '#shared/themes/shared-meeting.ts';
import type { ThematicPlan, ThematicPlanRevision, Year } from '#shared/themes/thematic-plan.ts';
import { districtOf, isWithin, type UnitId } from '#shared/units/units.ts';

/** `same`: the newest already says this; `stale`: it is not the one that the writer saw. */
export type ThematicPlanOutcome =
  | { readonly kind: 'added' | 'same'; readonly stored: ThematicPlanRevision | undefined }
  | { readonly kind: 'stale'; readonly stored: ThematicPlanRevision | undefined };

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
      for await (const { pk, sk, ...plan } of queryItems<ThematicPlanRevision & { pk: string; sk: string }>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': `${districtOf(unit)}#themes#${year}`, ':prefix': unit },
        ConsistentRead: freshness.consistent ?? true,
      })) {
        if (isWithin(plan.cell, unit)) found.push(plan);
      }
      return found;
    },

    /** The newest plan of each cell of a unit. */
    async ofYear(unit: UnitId, year: Year): Promise<ReadonlyMap<UnitId, ThematicPlanRevision>> {
      return latestRevisions(await this.revisions(unit, year), ({ cell }) => cell);
    },

    /** Appends a cell's plan; to plan nothing where nothing was planned writes nothing. */
    async append(
      plan: ThematicPlan,
      base: number,
      { by, at }: { by: Actor; at: Instant },
    ): Promise<ThematicPlanOutcome> {
      const newest = (await this.ofYear(plan.cell, plan.year)).get(plan.cell);
      if (canonical(newest?.quarters ?? {}) === canonical(plan.quarters)) return { kind: 'same', stored: newest };
      if ((newest?.revision ?? 0) !== base) return { kind: 'stale', stored: newest };
      const stored = { ...plan, revision: base + 1, by, at };
      if (await putNew(db, TableName, thematicPlanItem(stored))) return { kind: 'added', stored };
      return this.append(plan, base, { by, at }); // someone was quicker: it is `same` or `stale` now
    },

    /** The newest revision of each meeting of a district that was ever shared, until its free text expires. */
    async shared(district: UnitId): Promise<Map<ReportId, SharedRevision>> {
      const newest = new Map<ReportId, SharedRevision>();
      for await (const { pk, sk, expiresAt, ...meeting } of queryItems<SharedItem>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `${district}#shared` },
        ConsistentRead: true,
      })) {
        // DynamoDB takes days to remove expired items.
        if (expiresAt * 1000 > Date.now()) newest.set(meeting.report, meeting);
      }
      return newest;
    },

    /** Appends a step. `same`: the newest already says this; `stale`: it is not the one that the writer saw. */
    async share(
      meeting: SharedMeeting,
      base: number,
      { by, at }: { by: Actor; at: Instant },
    ): Promise<'added' | 'same' | 'stale'> {
      const newest = (await this.shared(districtOf(meeting.cell))).get(meeting.report);
      const { revision = 0, by: _, at: __, ...content } = newest ?? {};
      if (canonical(content) === canonical(meeting)) return 'same';
      if (revision !== base) return 'stale';
      if (await putNew(db, TableName, sharedItem({ ...meeting, revision: base + 1, by, at }))) return 'added';
      return this.share(meeting, base, { by, at }); // someone was quicker: it is `same` or `stale` now
    },
  };
}

type SharedItem = SharedRevision & { readonly pk: string; readonly sk: string; readonly expiresAt: number };

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
