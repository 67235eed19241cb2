import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { type Freshness, type Item, type Reading, soundItems } from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { isMonth, isUnit, revised } from '#functions/store/shapes.ts';
import { canonical } from '#shared/digest.ts';
import { isText, listOf, optional, recordOf, shape } from '#shared/input/shape.ts';
import { latestRevisions } from '#shared/latest-revisions.ts';
import type { OfficerRecord, OfficerRecordRevision } from '#shared/officers/officer-record.ts';
import type { OfficerList, OfficerListRevision } from '#shared/officers/officers.ts';
import { endOfMonth, type Month } from '#shared/period.ts';
import { isDay } from '#shared/reports/figures-shape.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

export type OfficerStore = ReturnType<typeof officerStore>;

/**
 * Keeps the officer of each cell, and what officers did in a month, append-only in the meetings table: the lists in a
 * partition of their own, the records beside the month's reports.
 */
export function officerStore(db: DynamoDBDocumentClient, TableName: string) {
  async function revisions<Stored extends { readonly commune: UnitId }>(
    unit: UnitId,
    { pk, before = '', reading }: { readonly pk: string; readonly before?: string; readonly reading: Reading<Stored> },
    freshness: Freshness = {},
  ): Promise<Stored[]> {
    const found: Stored[] = [];
    const query = {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': `${before}${unit}` },
      ConsistentRead: freshness.consistent ?? true,
    };
    for await (const revision of soundItems(db, query, reading, unit)) found.push(revision);
    return found;
  }

  return {
    /** Every revision of a commune's list, or of all lists of a district. */
    lists: (unit: UnitId, freshness?: Freshness) =>
      revisions<OfficerListRevision>(unit, { pk: `${districtOf(unit)}#charge`, reading: lists }, freshness),

    /** The newest list of each commune of a district that was entered by the end of a month. */
    async ofMonth(district: UnitId, month: Month): Promise<ReadonlyMap<UnitId, OfficerListRevision>> {
      return latestRevisions(await this.lists(district), ({ commune }) => commune, endOfMonth(month));
    },

    async newest(commune: UnitId): Promise<OfficerListRevision | undefined> {
      return (await this.lists(commune)).at(-1);
    },

    /** Appends a list to the revision that the writer saw, `base`. */
    async append(
      list: OfficerList,
      base: number,
      { by, at }: Authorship,
      before?: Before<OfficerListRevision>,
    ): Promise<AppendOutcome<OfficerListRevision>> {
      const contentOf = ({ members, charges }: OfficerList) => canonical({ members, charges });
      return appendRevision({
        base,
        newest: () => this.newest(list.commune),
        saysTheSame: (newest) => contentOf(newest) === contentOf(list),
        next: () => ({ ...list, revision: base + 1, by, at }),
        put: (stored) => putChange(db, TableName, { stored, Item: officerListItem(stored), table: 'meetings', before }),
      });
    },

    /** Every revision of a commune's record of a month, or of all records of a district. */
    recordRevisions: (unit: UnitId, month: Month, freshness?: Freshness) =>
      revisions<OfficerRecordRevision>(
        unit,
        { pk: `${districtOf(unit)}#${month}`, before: 'charge#', reading: records },
        freshness,
      ),

    /** The newest record of each commune of a district in a month. */
    async records(district: UnitId, month: Month): Promise<ReadonlyMap<UnitId, OfficerRecordRevision>> {
      return latestRevisions(await this.recordRevisions(district, month), ({ commune }) => commune);
    },

    /** Appends what a commune records of a month to the revision that the writer saw, `base`. */
    async record(
      record: OfficerRecord,
      base: number,
      { by, at }: Authorship,
      before?: Before<OfficerRecordRevision>,
    ): Promise<AppendOutcome<OfficerRecordRevision>> {
      const { commune, month, cells } = record;
      return appendRevision({
        base,
        newest: async () => (await this.recordRevisions(commune, month)).at(-1),
        saysTheSame: (newest) => canonical(newest.cells) === canonical(cells),
        next: () => ({ ...record, revision: base + 1, by, at }),
        put: (stored) =>
          putChange(db, TableName, { stored, Item: officerRecordItem(stored), table: 'meetings', before }),
      });
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

const isList = shape({ ...revised, commune: isUnit, members: listOf(isText), charges: recordOf(isText, isUnit) });

const lists: Reading<OfficerListRevision> = {
  kind: 'officers',
  read: withoutKeys,
  isSound: (list, { sk }) => isList(list) && officerListItem(list)['sk'] === sk,
};

const isRecord = shape({
  ...revised,
  commune: isUnit,
  month: isMonth,
  cells: recordOf(shape({ orientedOn: optional(isDay), attendedOn: optional(isDay) }), isUnit),
});

const records: Reading<OfficerRecordRevision> = {
  kind: 'officer-record',
  read: withoutKeys,
  isSound: (record, { pk, sk }) => {
    const own = isRecord(record) ? officerRecordItem(record) : {};
    return own['pk'] === pk && own['sk'] === sk;
  },
};

function withoutKeys<Stored>({ pk, sk, ...rest }: Item): Stored {
  return rest as Stored;
}

function numbered({ revision }: Pick<OfficerListRevision, 'revision'>): string {
  return String(revision).padStart(4, '0');
}
