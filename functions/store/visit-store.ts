import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, type Authorship, appendRevision } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { type Freshness, type Item, queryItems, type Reading, sound, soundItems } from '#functions/store/pages.ts';
import { changedItem } from '#functions/store/put-change.ts';
import { putNew } from '#functions/store/put-if.ts';
import { freeTextExpiry } from '#functions/store/report-store.ts';
import { concern, isUnit, revised } from '#functions/store/shapes.ts';
import { reservedKeys } from '#functions/store/tables.ts';
import type { Actor } from '#shared/access/session.ts';
import { canonical, digestOf } from '#shared/digest.ts';
import { isText, isWhole, listOf, oneOf, optional, recordOf, shape } from '#shared/input/shape.ts';
import { latestRevisions } from '#shared/latest-revisions.ts';
import { type Day, type Instant, type Month, monthOf } from '#shared/period.ts';
import { joinRows, type FreeText as ReportText, splitRows } from '#shared/reports/free-text.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';
import {
  adviceOutcomes,
  parseVisitId,
  type Visit,
  type VisitId,
  type VisitRevision,
  visitedMeetings,
  visitIdOf,
} from '#shared/visits/visit.ts';

/** The free text of a visit: it stands apart and expires on its own, as that of reports does. */
interface FreeText {
  readonly reason?: string;
  readonly seen?: string;
  readonly advice?: string;
  readonly lastAdvice?: string;
  readonly matters: ReportText['matters'];
}

export type VisitStore = ReturnType<typeof visitStore>;

/** Reads visits and appends their revisions beside the reports of the month. Nothing here changes or removes an item. */
export function visitStore(db: DynamoDBDocumentClient, TableName: string) {
  const query = (district: UnitId, month: Month, prefix: string, { newestFirst = false, consistent = true } = {}) => ({
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
    return joinFreeText(sound(item, visits), fresh ? (found['words'] as FreeText) : undefined);
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
      const newestFirst = query(districtOf(parts.unit), monthOf(parts.date), `${id}#`, { newestFirst: true });
      for await (const item of queryItems<Item>(db, newestFirst)) return withFreeText(item);
      return undefined;
    },

    /** A visit as it stood at a revision; `undefined` where there is none, as before the first. */
    async revision(id: VisitId, revision: number): Promise<VisitRevision | undefined> {
      const parts = parseVisitId(id);
      if (!parts || revision < 1) return undefined;
      for await (const item of queryItems<Item>(db, query(districtOf(parts.unit), monthOf(parts.date), `${id}#`))) {
        if (item['revision'] === revision) return withFreeText(item);
      }
      return undefined;
    },

    /** Every revision of a month's visits to a unit and below, without free text. */
    async ofMonth(unit: UnitId, month: Month, freshness?: Freshness): Promise<VisitRevision[]> {
      const found: VisitRevision[] = [];
      const items = soundItems(db, query(districtOf(unit), month, unit, freshness), visits, unit);
      for await (const visit of items) found.push(visit);
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
      for await (const visit of soundItems(db, items, visits)) found.push(visit);
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
export function visitItems(stored: VisitRevision): { readonly facts: Item; readonly words: Item } {
  const { revision, by, at, ...visit } = stored;
  const { words, facts } = splitFreeText(visit);
  const { pk, sk } = keyOf(stored);
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

const isVisit = shape({
  ...revised,
  group: isWhole(1, 99),
  unit: isUnit,
  meeting: oneOf(visitedMeetings),
  state: oneOf(['planned', 'done', 'dropped']),
  member: optional(isText),
  movedTo: optional(isText),
  report: optional(
    shape({
      points: recordOf(Number.isFinite),
      matters: listOf(shape(concern)),
      adviceKept: optional(oneOf(adviceOutcomes)),
    }),
  ),
});

const visits: Reading<VisitRevision> = {
  kind: 'visit',
  read: fromItem,
  isSound: (visit, { pk, sk }) =>
    isVisit(visit) &&
    parseVisitId(visit.id) !== undefined &&
    visitIdOf(visit) === visit.id &&
    keyOf(visit).pk === pk &&
    keyOf(visit).sk === sk,
};

function keyOf({ id, unit, date, revision }: VisitRevision): Pick<Item, 'pk' | 'sk'> {
  return { pk: `${districtOf(unit)}#${monthOf(date)}`, sk: `visit#${id}#${String(revision).padStart(4, '0')}` };
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
