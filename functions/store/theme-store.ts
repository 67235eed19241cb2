import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { queryItems } from '#functions/store/pages.ts';
import { putNew } from '#functions/store/put-if.ts';
import { canonical } from '#shared/digest.ts';
import type { Instant } from '#shared/period.ts';
import type { Actor } from '#shared/report.ts';
import type { ThemePlan, ThemePlanRevision, Year } from '#shared/theme-plan.ts';
import { districtOf, isWithin, type UnitId } from '#shared/units.ts';

/** `same`: the newest already says this; `stale`: it is not the one that the writer saw. */
export type ThemePlanOutcome =
  | { readonly kind: 'added' | 'same'; readonly stored: ThemePlanRevision | undefined }
  | { readonly kind: 'stale'; readonly stored: ThemePlanRevision | undefined };

export type ThemeStore = ReturnType<typeof themeStore>;

/** Keeps what cells plan for their thematic meetings, append-only, in partitions of the meetings table. */
export function themeStore(db: DynamoDBDocumentClient, TableName: string) {
  return {
    /** The newest plan of each cell of a unit. */
    async ofYear(unit: UnitId, year: Year): Promise<Map<UnitId, ThemePlanRevision>> {
      const newest = new Map<UnitId, ThemePlanRevision>();
      // Revisions of one cell come in order, so the last one stays.
      for await (const { pk, sk, ...plan } of queryItems<ThemePlanRevision & { pk: string; sk: string }>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': `${districtOf(unit)}#themes#${year}`, ':prefix': unit },
        ConsistentRead: true,
      })) {
        if (isWithin(plan.cell, unit)) newest.set(plan.cell, plan);
      }
      return newest;
    },

    /** Appends a cell's plan; to plan nothing where nothing was planned writes nothing. */
    async append(plan: ThemePlan, base: number, { by, at }: { by: Actor; at: Instant }): Promise<ThemePlanOutcome> {
      const newest = (await this.ofYear(plan.cell, plan.year)).get(plan.cell);
      if (canonical(newest?.quarters ?? {}) === canonical(plan.quarters)) return { kind: 'same', stored: newest };
      if ((newest?.revision ?? 0) !== base) return { kind: 'stale', stored: newest };
      const stored = { ...plan, revision: base + 1, by, at };
      if (await putNew(db, TableName, themePlanItem(stored))) return { kind: 'added', stored };
      return this.append(plan, base, { by, at }); // someone was quicker: it is `same` or `stale` now
    },
  };
}

/** The item of a plan, for whoever fills a table. */
export function themePlanItem(plan: ThemePlanRevision): Record<string, unknown> {
  const sk = `${plan.cell}#${String(plan.revision).padStart(4, '0')}`;
  return { pk: `${districtOf(plan.cell)}#themes#${plan.year}`, sk, ...plan };
}
