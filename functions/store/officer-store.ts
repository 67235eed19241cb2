import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Freshness, queryItems } from '#functions/store/pages.ts';
import { putNew } from '#functions/store/put-if.ts';
import type { Actor } from '#shared/access/session.ts';
import { canonical } from '#shared/digest.ts';
import { latestRevisions } from '#shared/latest-revisions.ts';
import type { OfficerRecord, OfficerRecordRevision } from '#shared/officers/officer-record.ts';
import type { OfficerList, OfficerListRevision } from '#shared/officers/officers.ts';
import { endOfMonth, type Instant, type Month } from '#shared/period.ts';
import { districtOf, isWithin, type UnitId } from '#shared/units/units.ts';

/** `same`: the newest already says this; `stale`: it is not the one that the writer saw. */
export type OfficerOutcome<Stored = OfficerListRevision> =
  | { readonly kind: 'added' | 'same'; readonly stored: Stored }
  | { readonly kind: 'stale'; readonly stored: Stored | undefined };

interface Authorship {
  readonly by: Actor;
  readonly at: Instant;
}

export type OfficerStore = ReturnType<typeof officerStore>;

/**
 * Keeps the officer of each cell, and what officers did in a month, append-only in the meetings table: the lists in a
 * partition of their own, the records beside the month's reports.
 */
export function officerStore(db: DynamoDBDocumentClient, TableName: string) {
  async function revisions<Stored extends { readonly commune: UnitId }>(
    unit: UnitId,
    { pk, before = '' }: { readonly pk: string; readonly before?: string },
    freshness: Freshness = {},
  ): Promise<Stored[]> {
    const found: Stored[] = [];
    for await (const item of queryItems<Record<string, unknown>>(db, {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': `${before}${unit}` },
      ConsistentRead: freshness.consistent ?? true,
    })) {
      const { pk: _, sk, ...rest } = item;
      const revision = rest as unknown as Stored;
      // The prefix also finds `thanh-van-2`, which is another unit.
      if (isWithin(revision.commune, unit)) found.push(revision);
    }
    return found;
  }

  return {
    /** Every revision of a commune's list, or of all lists of a district. */
    lists: (unit: UnitId, freshness?: Freshness) =>
      revisions<OfficerListRevision>(unit, { pk: `${districtOf(unit)}#charge` }, freshness),

    /** The newest list of each commune of a district that was entered by the end of a month. */
    async ofMonth(district: UnitId, month: Month): Promise<ReadonlyMap<UnitId, OfficerListRevision>> {
      return latestRevisions(await this.lists(district), ({ commune }) => commune, endOfMonth(month));
    },

    async newest(commune: UnitId): Promise<OfficerListRevision | undefined> {
      return (await this.lists(commune)).at(-1);
    },

    /** Appends a list. */
    async append(list: OfficerList, base: number, { by, at }: Authorship): Promise<OfficerOutcome> {
      const newest = await this.newest(list.commune);
      const contentOf = ({ members, charges }: OfficerList) => canonical({ members, charges });
      if (newest && contentOf(newest) === contentOf(list)) return { kind: 'same', stored: newest };
      if ((newest?.revision ?? 0) !== base) return { kind: 'stale', stored: newest };
      const stored = { ...list, revision: base + 1, by, at };
      if (await putNew(db, TableName, officerListItem(stored))) return { kind: 'added', stored };
      return this.append(list, base, { by, at }); // someone was quicker: it is `same` or `stale` now
    },

    /** Every revision of a commune's record of a month, or of all records of a district. */
    recordRevisions: (unit: UnitId, month: Month, freshness?: Freshness) =>
      revisions<OfficerRecordRevision>(unit, { pk: `${districtOf(unit)}#${month}`, before: 'charge#' }, freshness),

    /** The newest record of each commune of a district in a month. */
    async records(district: UnitId, month: Month): Promise<ReadonlyMap<UnitId, OfficerRecordRevision>> {
      return latestRevisions(await this.recordRevisions(district, month), ({ commune }) => commune);
    },

    /** Appends what a commune records of a month. */
    async record(
      record: OfficerRecord,
      base: number,
      { by, at }: Authorship,
    ): Promise<OfficerOutcome<OfficerRecordRevision>> {
      const { commune, month, cells } = record;
      const newest = (await this.records(districtOf(commune), month)).get(commune);
      if (newest && canonical(newest.cells) === canonical(cells)) return { kind: 'same', stored: newest };
      if ((newest?.revision ?? 0) !== base) return { kind: 'stale', stored: newest };
      const stored = { ...record, revision: base + 1, by, at };
      if (await putNew(db, TableName, officerRecordItem(stored))) return { kind: 'added', stored };
      return this.record(record, base, { by, at }); // someone was quicker: it is `same` or `stale` now
    },
  };
}

/** The item of a list, for code that fills a table. */
export function officerListItem(list: OfficerListRevision): Record<string, unknown> {
  return { pk: `${districtOf(list.commune)}#charge`, sk: `${list.commune}#${numbered(list)}`, ...list };
}

/** The item of a month's record. */
export function officerRecordItem(record: OfficerRecordRevision): Record<string, unknown> {
  const { commune, month } = record;
  return { pk: `${districtOf(commune)}#${month}`, sk: `charge#${commune}#${numbered(record)}`, ...record };
}

function numbered({ revision }: Pick<OfficerListRevision, 'revision'>): string {
  return String(revision).padStart(4, '0');
}
