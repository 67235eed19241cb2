import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { type Freshness, queryItems } from '#functions/store/pages.ts';
import { changedItem } from '#functions/store/put-change.ts';
import { putNew } from '#functions/store/put-if.ts';
import { freeTextExpiry } from '#functions/store/report-store.ts';
import { reservedKeys } from '#functions/store/tables.ts';
import type { Actor } from '#shared/access/session.ts';
import { canonical, digestOf } from '#shared/digest.ts';
import { latestRevisions } from '#shared/latest-revisions.ts';
import { type Day, type Instant, type Month, monthOf } from '#shared/period.ts';
import { joinRows, type FreeText as ReportText, splitRows } from '#shared/reports/free-text.ts';
import { districtOf, isWithin, type UnitId } from '#shared/units/units.ts';
import { parseVisitId, type Visit, type VisitId, type VisitRevision } from '#shared/visits/visit.ts';

/** The free text of a visit: it stands apart and expires on its own, as that of reports does. */
interface FreeText {
  readonly reason?: string;
  readonly seen?: string;
  readonly advice?: string;
  readonly lastAdvice?: string;
  readonly matters: ReportText['matters'];
}

interface Item {
  readonly pk: string;
  readonly sk: string;
  readonly [attribute: string]: unknown;
}

export type VisitStore = ReturnType<typeof visitStore>;

/** Reads visits and appends their revisions beside the reports of the month. Nothing here changes or removes an item. */
export function visitStore(db: DynamoDBDocumentClient, TableName: string) {
  const query = (district: UnitId, month: Month, prefix: string, { newestFirst = false, consistent = true } = {}) =>
    queryItems<Item>(db, {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': `${district}#${month}`, ':prefix': `visit#${prefix}` },
      ConsistentRead: consistent,
      ...(newestFirst && { ScanIndexForward: false, Limit: 1 }),
    });

  async function withFreeText(item: Item): Promise<VisitRevision> {
    const key = { pk: `${item.pk}${reservedKeys.meetings.freeText}`, sk: `${item.sk}#${item['wordsDigest']}` };
    const { Item: found } = await db.send(new GetCommand({ TableName, Key: key, ConsistentRead: true }));
    const fresh = found && Number(found['expiresAt']) * 1000 > Date.now();
    return joinFreeText(fromItem(item), fresh ? (found['words'] as FreeText) : undefined);
  }

  /** The words first: a crash between leaves words that nothing shows and that expire. */
  async function put(visit: VisitRevision, before?: Before<VisitRevision>): Promise<boolean> {
    const { words, facts } = visitItems(visit);
    await Promise.all([before?.(visit, changedItem('meetings', facts)), putNew(db, TableName, words)]);
    return putNew(db, TableName, facts);
  }

  return {
    async newest(id: VisitId): Promise<VisitRevision | undefined> {
      const parts = parseVisitId(id);
      if (!parts) return undefined;
      for await (const item of query(districtOf(parts.unit), monthOf(parts.date), `${id}#`, { newestFirst: true })) {
        return withFreeText(item);
      }
      return undefined;
    },

    /** Every revision of a month's visits to a unit and below, without free text. */
    async ofMonth(unit: UnitId, month: Month, freshness?: Freshness): Promise<VisitRevision[]> {
      const found: VisitRevision[] = [];
      for await (const item of query(districtOf(unit), month, unit, freshness)) {
        const visit = fromItem(item);
        // The prefix also finds `thanh-van-2`, which is another unit.
        if (isWithin(visit.unit, unit)) found.push(visit);
      }
      return found;
    },

    /** The newest revision of each of a month's visits to a unit and below, without free text. */
    async newestOfMonth(unit: UnitId, month: Month, freshness?: Freshness): Promise<VisitRevision[]> {
      return [...latestRevisions(await this.ofMonth(unit, month, freshness), ({ id }) => id).values()];
    },

    /** The newest revision of each group's visit to a unit on a day, without free text. */
    async newestOfDay(unit: UnitId, date: Day): Promise<VisitRevision[]> {
      const found: VisitRevision[] = [];
      const items = query(districtOf(unit), monthOf(date), `${unit}_${date}_visit-`);
      for await (const item of items) found.push(fromItem(item));
      return [...latestRevisions(found, ({ id }) => id).values()];
    },

    /** Appends a visit's next step to the revision that the writer saw, `base`. */
    async append(
      visit: Visit,
      base: number,
      { by, at }: Authorship,
      before?: Before<VisitRevision>,
    ): Promise<AppendOutcome<VisitRevision>> {
      return appendRevision({
        base,
        newest: () => this.newest(visit.id),
        saysTheSame: (newest) => canonical(contentOf(newest)) === canonical(visit),
        next: () => ({ ...visit, revision: base + 1, by, at }),
        put: (revision) => put(revision, before),
      });
    },
  };
}

/** The two items of a visit's revision. */
export function visitItems({ revision, by, at, ...visit }: VisitRevision): {
  readonly facts: Item;
  readonly words: Item;
} {
  const { words, facts } = splitFreeText(visit);
  const pk = `${districtOf(visit.unit)}#${monthOf(visit.date)}`;
  const sk = `visit#${visit.id}#${String(revision).padStart(4, '0')}`;
  const wordsDigest = digestOf(words);
  return {
    facts: { pk, sk, facts, wordsDigest, by, at },
    words: {
      pk: `${pk}${reservedKeys.meetings.freeText}`,
      sk: `${sk}#${wordsDigest}`,
      words,
      expiresAt: freeTextExpiry(at),
    },
  };
}

function fromItem({ sk, facts, by, at }: Item): VisitRevision {
  const revision = Number(sk.slice(sk.lastIndexOf('#') + 1));
  return { ...(facts as Visit), revision, by: by as Actor, at: at as Instant };
}

function splitFreeText({ reason, report, ...rest }: Visit): { facts: object; words: FreeText } {
  const { seen, advice, lastAdvice, matters: raised = [], ...judged } = report ?? {};
  const matters = splitRows('matters', raised);
  return {
    facts: { ...rest, ...(report && { report: { ...judged, matters: matters.facts } }) },
    words: { reason, seen, advice, lastAdvice, matters: matters.words } as FreeText,
  };
}

/** The whole visit. Where its words have expired, it keeps its facts and says nothing. */
function joinFreeText({ report, ...rest }: VisitRevision, words: FreeText | undefined): VisitRevision {
  const { reason, matters, seen = '', ...said } = words ?? { matters: [] };
  return {
    ...rest,
    ...(reason !== undefined && { reason }),
    ...(report && {
      report: {
        ...report,
        ...said,
        seen,
        matters: joinRows('matters', report.matters, matters),
      },
    }),
  };
}

function contentOf({ revision, by, at, ...visit }: VisitRevision): Visit {
  return visit;
}
