import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Freshness, queryItems } from '#functions/store/pages.ts';
import { putNew } from '#functions/store/put-if.ts';
import { freeTextExpiry } from '#functions/store/report-store.ts';
import type { Actor } from '#shared/access/session.ts';
import { canonical, digestOf } from '#shared/digest.ts';
import { latestRevisions } from '#shared/latest-revisions.ts';
import { type Day, type Instant, type Month, monthOf } from '#shared/period.ts';
import type { Matter } from '#shared/reports/report.ts';
import { districtOf, isWithin, type UnitId } from '#shared/units/units.ts';
import { parseVisitId, type Visit, type VisitId, type VisitRevision } from '#shared/visits/visit.ts';

export type VisitOutcome =
  | { readonly kind: 'added' | 'same'; readonly stored: VisitRevision }
  | { readonly kind: 'stale'; readonly stored: VisitRevision | undefined };

/** The free text of a visit: it is stored apart and expires on its own, as that of reports does. */
interface FreeText {
  readonly reason?: string;
  readonly seen?: string;
  readonly advice?: string;
  readonly lastAdvice?: string;
  readonly matters: readonly Pick<Matter, 'summary' | 'proposal'>[];
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
    const key = { pk: `${item.pk}#text`, sk: `${item.sk}#${item['wordsDigest']}` };
    const { Item: found } = await db.send(new GetCommand({ TableName, Key: key, ConsistentRead: true }));
    const fresh = found && Number(found['expiresAt']) * 1000 > Date.now();
    return joinFreeText(fromItem(item), fresh ? (found['words'] as FreeText) : undefined);
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

    /** Appends a revision. `same`: the newest already says this; `stale`: it is not the one that the writer saw. */
    async append(visit: Visit, base: number, { by, at }: { by: Actor; at: Instant }): Promise<VisitOutcome> {
      const newest = await this.newest(visit.id);
      if (newest && canonical(contentOf(newest)) === canonical(visit)) return { kind: 'same', stored: newest };
      if ((newest?.revision ?? 0) !== base) return { kind: 'stale', stored: newest };
      const stored = { ...visit, revision: base + 1, by, at };
      const { words, facts } = visitItems(stored);
      // The words first: a crash between leaves words that nothing shows and that expire.
      await putNew(db, TableName, words);
      if (await putNew(db, TableName, facts)) return { kind: 'added', stored };
      return this.append(visit, base, { by, at }); // someone was quicker: read again and answer `same` or `stale`
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
    words: { pk: `${pk}#text`, sk: `${sk}#${wordsDigest}`, words, expiresAt: freeTextExpiry(at) },
  };
}

function fromItem({ sk, facts, by, at }: Item): VisitRevision {
  const revision = Number(sk.slice(sk.lastIndexOf('#') + 1));
  return { ...(facts as Visit), revision, by: by as Actor, at: at as Instant };
}

function splitFreeText({ reason, report, ...rest }: Visit): { facts: object; words: FreeText } {
  const { seen, advice, lastAdvice, matters = [], ...judged } = report ?? {};
  return {
    facts: { ...rest, ...(report && { report: { ...judged, matters: matters.map(factsOf) } }) },
    words: { reason, seen, advice, lastAdvice, matters: matters.map(wordsOf) } as FreeText,
  };
}

const factsOf = ({ topic, severity }: Matter) => ({ topic, severity });
const wordsOf = ({ summary, proposal }: Matter) => ({ summary, ...(proposal !== undefined && { proposal }) });

/** The whole visit. If its free text has expired, it keeps its figures and the text is empty. */
function joinFreeText({ report, ...rest }: VisitRevision, words: FreeText | undefined): VisitRevision {
  const { reason, matters = [], seen = '', ...said } = words ?? { matters: [] };
  return {
    ...rest,
    ...(reason !== undefined && { reason }),
    ...(report && {
      report: {
        ...report,
        ...said,
        seen,
        matters: report.matters.map((each, at) => ({ ...each, ...(matters[at] ?? { summary: '' }) })),
      },
    }),
  };
}

function contentOf({ revision, by, at, ...visit }: VisitRevision): Visit {
  return visit;
}
