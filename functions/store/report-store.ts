import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, appendRevision } from '#functions/store/append-revision.ts';
import { isReadable } from '#functions/store/format.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { type Freshness, queryItems } from '#functions/store/pages.ts';
import { changedItem } from '#functions/store/put-change.ts';
import { putNew } from '#functions/store/put-if.ts';
import { reservedKeys } from '#functions/store/tables.ts';
import { digestOf } from '#shared/digest.ts';
import { type Instant, type Month, monthOf } from '#shared/period.ts';
import {
  type FreeText,
  joinFreeText,
  type ReportFigures,
  reportDigest,
  splitFreeText,
} from '#shared/reports/free-text.ts';
import { parseReportId, type ReportId, type Revision, reportIdOf } from '#shared/reports/report.ts';
import { revise, type Step, saysTheSame } from '#shared/reports/revise.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

/** How long free text is kept; figures and digests stay (DOMAIN: concern text 24 months). */
const FREE_TEXT_DAYS = 731;

/** A revision as the roll-up reads it: without its free text. */
export type StoredRevision = Omit<Revision, 'report'> & {
  readonly report: ReportFigures;
  readonly wordsDigest: string;
  /** Only of a revision in a newer format than this version knows: nothing of it can be told but its name. */
  readonly format?: number;
};

/** Of the index: it holds the revisions of thematic meetings alone. */
const THEMATIC = 'thematic';

export type ReportStore = ReturnType<typeof reportStore>;

/** Reads reports and appends their revisions. Nothing here changes or removes an item. */
export function reportStore(db: DynamoDBDocumentClient, TableName: string) {
  /** The words first, the revision after: a crash between leaves words that nothing shows and that expire. */
  async function put(revision: Revision, before?: Before<Revision>): Promise<boolean> {
    const { words, facts } = revisionItems(revision);
    // The key of the words carries their digest: two writers of one number never mix theirs.
    await Promise.all([before?.(revision, changedItem('meetings', facts)), putNew(db, TableName, words)]);
    return putNew(db, TableName, facts);
  }

  const revisionsFrom = (id: ReportId, newestFirst: boolean) =>
    queryItems<Item>(db, {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :id)',
      ExpressionAttributeValues: { ':pk': partitionOf(id), ':id': `${id}#` },
      ScanIndexForward: !newestFirst,
      ConsistentRead: true,
      ...(newestFirst && { Limit: 1 }),
    });

  return {
    /** Appends a step to the revision that the writer saw, `base`. */
    async append(step: Step, base: number, before?: Before<Revision>): Promise<AppendOutcome<Revision>> {
      return appendRevision({
        base,
        newest: () => this.newest(reportIdOf(step.report)),
        saysTheSame: (newest) => saysTheSame(newest, step),
        next: (newest) => revise(newest, step),
        put: (revision) => put(revision, before),
      });
    },

    async newest(id: ReportId): Promise<Revision | undefined> {
      for await (const item of revisionsFrom(id, true)) return this.withFreeText(fromItem(item));
      return undefined;
    },

    /** All revisions of a report, oldest first; empty where there is none. */
    async history(id: ReportId): Promise<Revision[]> {
      const revisions: StoredRevision[] = [];
      for await (const item of revisionsFrom(id, false)) revisions.push(fromItem(item));
      return Promise.all(revisions.map((each) => this.withFreeText(each)));
    },

    /** Adds the free text to a revision that was read without it. */
    async withFreeText({ wordsDigest, report, ...rest }: StoredRevision): Promise<Revision> {
      const Key = freeTextKey(rest, wordsDigest);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return { ...rest, report: joinFreeText(report, Item && unexpired(Item as FreeTextItem)) };
    },

    /**
     * Every revision of a unit's month without free text, by report and revision.
     *
     * @param unit a district, a commune or a cell
     * @param freshness consistent by default
     */
    async *month(unit: UnitId, month: Month, { consistent = true }: Freshness = {}): AsyncGenerator<StoredRevision> {
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': `${districtOf(unit)}#${month}`, ':prefix': unit },
        ConsistentRead: consistent,
      };
      for await (const item of queryItems<Item>(db, query, asTheyAre)) {
        if (isOf(unit, item)) yield fromItem(item);
      }
    },

    /** The keys of free text of a district's month, of reports and visits, that is not what its digest says. */
    async alteredFreeText(district: UnitId, month: Month): Promise<string[]> {
      const altered: string[] = [];
      for await (const { sk, words } of queryItems<FreeTextItem>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `${district}#${month}${reservedKeys.meetings.freeText}` },
        ConsistentRead: true,
      })) {
        if (!sk.endsWith(`#${digestOf(words)}`)) altered.push(sk);
      }
      return altered;
    },

    /** The newest revision of each report of a unit's month, without free text. */
    async newestOfMonth(unit: UnitId, month: Month, freshness?: Freshness): Promise<StoredRevision[]> {
      const newest = new Map<ReportId, StoredRevision>();
      for await (const revision of this.month(unit, month, freshness)) newest.set(revision.id, revision);
      return [...newest.values()];
    },

    /**
     * The newest revision of each thematic meeting's report of a unit's month, without free text. The last second may
     * be missing.
     */
    async thematicOfMonth(unit: UnitId, month: Month): Promise<StoredRevision[]> {
      const newest = new Map<ReportId, StoredRevision>();
      const query = {
        TableName,
        IndexName: THEMATIC,
        KeyConditionExpression: 'thematicIn = :month AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':month': `${districtOf(unit)}#${month}`, ':prefix': unit },
      };
      for await (const item of queryItems<Item>(db, query, asTheyAre)) {
        if (!isOf(unit, item)) continue;
        const revision = fromItem(item);
        newest.set(revision.id, revision);
      }
      return [...newest.values()];
    },
  };
}

interface Item {
  readonly pk: string;
  readonly sk: string;
  readonly [attribute: string]: unknown;
}

interface FreeTextItem extends Item {
  readonly words: FreeText;
  /** Seconds since 1970, the format of DynamoDB's TTL. */
  readonly expiresAt: number;
}

/** In a month one revision that this version cannot read is named, and the others are counted. */
const asTheyAre = (item: object) => item;

/** `hiep-hoa.thanh-van` is also a prefix of `hiep-hoa.thanh-van-2`. */
function isOf(unit: UnitId, { sk }: Item): boolean {
  return /^[._]/.test(sk.slice(unit.length));
}

/** DynamoDB takes days to remove expired items. */
function unexpired({ words, expiresAt }: FreeTextItem): FreeText | undefined {
  return expiresAt * 1000 > Date.now() ? words : undefined;
}

/** The partition of a report's month. */
export function partitionOf(id: ReportId): string {
  const parts = parseReportId(id);
  if (!parts) throw new RangeError(`Not a report's id: ${id}`);
  return `${districtOf(parts.cell)}#${monthOf(parts.date)}`;
}

/** When free text that was stored at an instant expires, in seconds since 1970. */
export function freeTextExpiry(at: Instant): number {
  return Math.ceil(Date.parse(at) / 1000) + FREE_TEXT_DAYS * 24 * 60 * 60;
}

/** The key of a revision's figures. */
function keyOf({ id, revision }: Pick<Revision, 'id' | 'revision'>): Pick<Item, 'pk' | 'sk'> {
  return { pk: partitionOf(id), sk: `${id}#${String(revision).padStart(4, '0')}` };
}

function freeTextKey(of: Pick<Revision, 'id' | 'revision'>, wordsDigest: string): Pick<Item, 'pk' | 'sk'> {
  const { pk, sk } = keyOf(of);
  return { pk: `${pk}${reservedKeys.meetings.freeText}`, sk: `${sk}#${wordsDigest}` };
}

/** The two items of a revision. */
export function revisionItems(revision: Revision): { readonly facts: Item; readonly words: FreeTextItem } {
  const { report, id, revision: number, ...rest } = revision;
  const { facts, words } = splitFreeText(report);
  const wordsDigest = digestOf(words);
  const key = keyOf(revision);
  const expiresAt = freeTextExpiry(revision.at);
  return {
    facts: { ...key, ...(report.kind === 'thematic' && { thematicIn: key.pk }), ...rest, facts, wordsDigest },
    words: { ...freeTextKey(revision, wordsDigest), words, expiresAt },
  };
}

function fromItem(item: Item): StoredRevision {
  const { pk, sk, thematicIn, facts, format, ...rest } = item;
  const [id, number] = sk.split('#') as [ReportId, string];
  const newer = !isReadable(item) && { format };
  return { ...rest, id, revision: Number(number), report: facts as ReportFigures, ...newer } as StoredRevision;
}

/** Whether a stored revision can be read and still matches its digest, under its own key. */
export function isIntact({ id, report, wordsDigest, digest, format }: StoredRevision): boolean {
  return format === undefined && reportDigest(report, wordsDigest) === digest && reportIdOf(report) === id;
}
