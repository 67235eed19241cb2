import { type DynamoDBDocumentClient, GetCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { type AppendOutcome, appendRevision } from '#functions/store/append-revision.ts';
import { nameOf } from '#functions/store/item-names.ts';
import type { Before } from '#functions/store/owed-store.ts';
import {
  allItems,
  type Freshness,
  type Item,
  queryItems,
  type Reading,
  sound,
  soundOrNoted,
} from '#functions/store/pages.ts';
import { changedItem } from '#functions/store/put-change.ts';
import { putNew } from '#functions/store/put-if.ts';
import { isActor, isInstant, revised } from '#functions/store/shapes.ts';
import { reservedKeys } from '#functions/store/tables.ts';
import type { Actor } from '#shared/access/session.ts';
import { digestOf } from '#shared/digest.ts';
import { MOST_ROWS } from '#shared/input/fields.ts';
import { isText, isWhole, listOf, oneOf, optional, shape } from '#shared/input/shape.ts';
import { type Instant, type Month, monthOf } from '#shared/period.ts';
import { isReportFigures } from '#shared/reports/figures-shape.ts';
import {
  type FreeText,
  joinFreeText,
  type ReportFigures,
  reportDigest,
  splitFreeText,
} from '#shared/reports/free-text.ts';
import type { ReportOutline } from '#shared/reports/outline.ts';
import { parseReportId, partsOfReportId, type ReportId, type Revision, reportIdOf } from '#shared/reports/report.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { revise, type Step, saysTheSame } from '#shared/reports/revise.ts';
import type { Entered } from '#shared/reviews/waiting.ts';
import { revisionNamed, thingNamed } from '#shared/scorecards/left-out.ts';
import { districtOf, isWithin, type UnitId } from '#shared/units/units.ts';

/** How long free text is kept; figures and digests stay (DOMAIN: concern text 24 months). */
const FREE_TEXT_DAYS = 731;

/** A revision as the roll-up reads it: without its free text. */
export type StoredRevision = Omit<Revision, 'report'> & {
  readonly report: ReportFigures;
  readonly wordsDigest: string;
};

/** Of the index: what later months ask for, thematic meetings by month, and apart from them what others were about. */
const THEMATIC = 'thematic';

/** That a report has come. */
export interface ArrivedReport {
  readonly id: ReportId;
  readonly report: Pick<ReportFigures, 'cell' | 'date' | 'kind'>;
  readonly firstReceivedAt: Instant;
}

/** A report's newest revision with everybody who has entered what it says. */
export type EnteredReport = StoredRevision & { readonly enteredBy: readonly Actor[] };

/** What names a revision: all that telling whether it was counted needs. */
export type RevisionName = Pick<StoredRevision, 'id' | 'revision' | 'digest'>;

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
    queryItems<Item>(
      db,
      {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :id)',
        ExpressionAttributeValues: { ':pk': partitionOf(id), ':id': `${id}#` },
        ScanIndexForward: !newestFirst,
        ConsistentRead: true,
        ...(newestFirst && { Limit: 1 }),
      },
      asTheyAre,
    );

  const indexed = (unit: UnitId, key: string) => {
    const query = {
      TableName,
      IndexName: THEMATIC,
      KeyConditionExpression: 'thematicIn = :key AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':key': key, ':prefix': unit },
    };
    return newestOf(unit, queryItems<Item>(db, query, asTheyAre));
  };

  const monthOfUnit = (unit: UnitId, month: Month, { consistent = true }: Freshness) => ({
    TableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': `${districtOf(unit)}#${month}`, ':prefix': unit },
    ConsistentRead: consistent,
  });

  const itemsOf: ItemsOfMonth = (unit, month, freshness, projection) =>
    queryItems<Item>(db, { ...monthOfUnit(unit, month, freshness), ...projection }, asTheyAre);

  return {
    ...monthsFrom(itemsOf),

    /**
     * The reads of months for a page that asks several times for one unit's months, or for a cell of it: each of these
     * months is one query, made when it is first asked for. Other months are read as ever, and so are those of which the
     * last second may be missing as long as nobody has asked for all of them.
     */
    readOnce(unit: UnitId, months: readonly Month[]): ReturnType<typeof monthsFrom> {
      const read = new Map<Month, Promise<Item[]>>();
      return monthsFrom(async function* (each, of, freshness, projection) {
        const isShared = months.includes(of) && (read.has(of) || freshness.consistent !== false);
        if (!isShared || !isWithin(each, unit)) return yield* itemsOf(each, of, freshness, projection);
        const items = read.get(of) ?? allItems<Item>(db, monthOfUnit(unit, of, {}));
        read.set(of, items);
        yield* await items;
      });
    },

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
      for await (const item of revisionsFrom(id, true)) return this.withFreeText(sound(item, reading));
      return undefined;
    },

    /** The newest revision without its free text; `undefined`, and reported, if it cannot be read. */
    async newestFigures(id: ReportId): Promise<StoredRevision | undefined> {
      for await (const item of revisionsFrom(id, true)) return soundOrNoted(item, reading);
      return undefined;
    },

    /** All revisions of a report, oldest first; empty where there is none. */
    async history(id: ReportId): Promise<Revision[]> {
      const revisions: StoredRevision[] = [];
      for await (const item of revisionsFrom(id, false)) {
        const revision = soundOrNoted(item, reading);
        if (revision) revisions.push(revision);
      }
      return Promise.all(revisions.map((each) => this.withFreeText(each)));
    },

    /** Adds the free text to a revision that was read without it. */
    async withFreeText({ wordsDigest, report, ...rest }: StoredRevision): Promise<Revision> {
      const Key = freeTextKey(rest, wordsDigest);
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return { ...rest, report: joinFreeText(report, Item && unexpired(Item as FreeTextItem)) };
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

    /**
     * What names the newest revision of each report of a unit's month, whatever it says: it may be one that cannot be
     * read.
     */
    async namesOfMonth(unit: UnitId, month: Month, freshness: Freshness = {}): Promise<RevisionName[]> {
      const newest = new Map<string, RevisionName>();
      const query = { ...monthOfUnit(unit, month, freshness), ProjectionExpression: 'pk, sk, digest' };
      for await (const item of queryItems<Item>(db, query, asTheyAre)) {
        if (!isOf(unit, item)) continue;
        const name = nameOf('report', item);
        const id = thingNamed(name) as ReportId;
        newest.set(id, { id, revision: revisionNamed(name), digest: String(item['digest']) });
      }
      return [...newest.values()];
    },

    /**
     * The little that reviewers compare a month's reports with, of each report of a unit's earlier month. The last second
     * may be missing; what is not as it should be is left out.
     */
    async outlinesOfMonth(unit: UnitId, month: Month): Promise<ReportOutline[]> {
      const newest = new Map<string, ReportOutline>();
      const query = {
        ...monthOfUnit(unit, month, { consistent: false }),
        ProjectionExpression: 'pk, sk, passages, facts.durationMinutes, facts.fullMembers, facts.results',
      };
      for await (const item of queryItems<Item>(db, query, asTheyAre)) {
        const outline = isOf(unit, item) && outlineOf(item);
        if (outline) newest.set(outline.id, outline);
      }
      return [...newest.values()];
    },

    /**
     * The newest revision of each thematic meeting's report of a unit's month, without free text. The last second may
     * be missing.
     */
    async thematicOfMonth(unit: UnitId, month: Month): Promise<StoredRevision[]> {
      return indexed(unit, `${districtOf(unit)}#${month}`);
    },

    /** The newest revision of each regular meeting's report of which subjects are told. The last second may be missing. */
    async classedOfMonth(unit: UnitId, month: Month): Promise<StoredRevision[]> {
      const found = await indexed(unit, classedIn(`${districtOf(unit)}#${month}`));
      return found.filter(({ report }) => report.focusSubjects);
    },
  };
}

/** The items of a unit's month, or those parts of them that a projection names, by report and revision. */
type ItemsOfMonth = (
  unit: UnitId,
  month: Month,
  freshness: Freshness,
  projection?: Pick<QueryCommandInput, 'ProjectionExpression' | 'ExpressionAttributeNames'>,
) => AsyncGenerator<Item>;

/** What tells of an item for whom its report waits; `by` and `state` are words of DynamoDB's own. */
const ENTRY = {
  ProjectionExpression: 'pk, sk, #by, #state, firstReceivedAt, facts.attendedBy',
  ExpressionAttributeNames: { '#by': 'by', '#state': 'state' },
};

/** The reads of months, wherever their items come from. */
function monthsFrom(itemsOf: ItemsOfMonth) {
  return {
    /**
     * Every revision of a unit's month without free text, by report and revision.
     *
     * @param unit a district, a commune or a cell
     * @param freshness consistent by default
     */
    async *month(unit: UnitId, month: Month, freshness: Freshness = {}): AsyncGenerator<StoredRevision> {
      for await (const item of itemsOf(unit, month, freshness)) {
        const revision = isOf(unit, item) && soundOrNoted(item, reading);
        if (revision) yield revision;
      }
    },

    /**
     * The newest revision of each report of a unit's month, without free text. A report whose newest revision cannot be
     * read is left out: what it says now is not known.
     *
     * @param until leaves out what was stored later: the reports as they stood at an instant
     */
    async newestOfMonth(
      unit: UnitId,
      month: Month,
      { until, ...freshness }: Freshness & { readonly until?: Instant } = {},
    ): Promise<StoredRevision[]> {
      return newestOf(unit, itemsOf(unit, month, freshness), until);
    },

    /**
     * The newest revision of each report of a unit's month, with everybody who has entered what it says: whoever sent or
     * amended it, in any of its revisions. One query, however many reports there are.
     */
    async enteredInMonth(unit: UnitId, month: Month): Promise<EnteredReport[]> {
      const enteredBy = new Map<string, Actor[]>();
      async function* noting() {
        for await (const item of itemsOf(unit, month, {})) {
          const id = thingNamed(nameOf('report', item));
          const { by } = item;
          if (item['state'] === 'submitted' && isActor(by)) {
            enteredBy.set(id, [...(enteredBy.get(id) ?? []), by as Actor]);
          }
          yield item;
        }
      }
      const newest = await newestOf(unit, noting());
      return newest.map((each) => ({ ...each, enteredBy: enteredBy.get(each.id) ?? [] }));
    },

    /**
     * Which reports of a month have come, and when first: of each report no more is sent than that. Whether its newest
     * revision can be read is not looked at.
     */
    async arrivedInMonth(unit: UnitId, month: Month, freshness: Freshness = {}): Promise<ArrivedReport[]> {
      const arrived = new Map<ReportId, ArrivedReport>();
      const projection = { ProjectionExpression: 'pk, sk, firstReceivedAt' };
      for await (const { sk, firstReceivedAt } of itemsOf(unit, month, freshness, projection)) {
        const id = sk.split('#')[0] as ReportId;
        const report = parseReportId(id);
        if (report && isWithin(report.cell, unit) && isInstant(firstReceivedAt)) {
          arrived.set(id, { id, report, firstReceivedAt: firstReceivedAt as Instant });
        }
      }
      return [...arrived.values()];
    },

    /**
     * As much of a month's reports as tells for whom each waits, as of a second ago: what is counted on a home need not
     * be read whole.
     */
    async entriesOfMonth(unit: UnitId, month: Month): Promise<Entered[]> {
      const entries = new Map<string, Entered>();
      for await (const item of itemsOf(unit, month, { consistent: false }, ENTRY)) {
        const entry = isOf(unit, item) && entryOf(item);
        if (!entry) continue;
        const before = entries.get(entry.id)?.enteredBy ?? [];
        entries.set(entry.id, { ...entry, enteredBy: [...before, ...entry.enteredBy] });
      }
      return [...entries.values()];
    },
  };
}

/** The newest revisions, of which those that cannot be read are reported and left out. */
async function newestOf(unit: UnitId, items: AsyncGenerator<Item>, until?: Instant): Promise<StoredRevision[]> {
  const newest = new Map<string, Item>();
  for await (const item of items) {
    if (isOf(unit, item) && !isAfter(item, until)) newest.set(thingNamed(nameOf('report', item)), item);
  }
  return [...newest.values()].flatMap((item) => soundOrNoted(item, reading) ?? []);
}

const isAfter = (item: Item, until: Instant | undefined) => until !== undefined && String(item['at']) > until;

interface FreeTextItem extends Item {
  readonly words: FreeText;
  /** Seconds since 1970, the format of DynamoDB's TTL. */
  readonly expiresAt: number;
}

const asTheyAre = (item: object) => item;

/** `hiep-hoa.thanh-van` is also a prefix of `hiep-hoa.thanh-van-2`. */
function isOf(unit: UnitId, { sk }: Item): boolean {
  return sk.startsWith(unit) && /^[._]/.test(sk.slice(unit.length));
}

/** DynamoDB takes days to remove expired items. */
function unexpired({ words, expiresAt }: FreeTextItem): FreeText | undefined {
  return expiresAt * 1000 > Date.now() ? words : undefined;
}

/** The partition of a report's month. */
export function partitionOf(id: ReportId): string {
  const { cell, date } = partsOfReportId(id);
  return `${districtOf(cell)}#${monthOf(date)}`;
}

/** When free text that was stored at an instant expires, in seconds since 1970. */
export function freeTextExpiry(at: Instant): number {
  return Math.ceil(Date.parse(at) / 1000) + FREE_TEXT_DAYS * 24 * 60 * 60;
}

/** The key of a revision's figures. */
function keyOf({ id, revision }: Pick<Revision, 'id' | 'revision'>): Pick<Item, 'pk' | 'sk'> {
  return { pk: partitionOf(id), sk: `${id}#${String(revision).padStart(4, '0')}` };
}

/** The key of a revision's free text. */
export function freeTextKey(of: Pick<Revision, 'id' | 'revision'>, wordsDigest: string): Pick<Item, 'pk' | 'sk'> {
  const { pk, sk } = keyOf(of);
  return { pk: `${pk}${reservedKeys.meetings.freeText}`, sk: `${sk}#${wordsDigest}` };
}

/** An amendment may take subjects away, so all are in the index. */
function indexOf({ report, revision }: Revision, pk: string): { readonly thematicIn?: string } {
  if (report.kind === 'thematic') return { thematicIn: pk };
  const isClassed = report.kind === 'regular' && (report.focusSubjects !== undefined || revision > 1);
  return isClassed ? { thematicIn: classedIn(pk) } : {};
}

const classedIn = (pk: string) => `${pk}#classed`;

/** The two items of a revision. */
export function revisionItems(revision: Revision): { readonly facts: Item; readonly words: FreeTextItem } {
  const { report, id, revision: number, ...rest } = revision;
  const { facts, words } = splitFreeText(report);
  const wordsDigest = digestOf(words);
  const key = keyOf(revision);
  const expiresAt = freeTextExpiry(revision.at);
  return {
    facts: { ...key, ...indexOf(revision, key.pk), ...rest, facts, wordsDigest },
    words: { ...freeTextKey(revision, wordsDigest), words, expiresAt },
  };
}

function fromItem(item: Item): StoredRevision {
  const { pk, sk, thematicIn, facts, ...rest } = item;
  const [id, number] = sk.split('#') as [ReportId, string];
  return { ...rest, id, revision: Number(number), report: facts as ReportFigures } as StoredRevision;
}

const isState = oneOf(['submitted', 'returned', 'confirmed']);

function outlineOf({ sk, passages = [], facts }: Item): ReportOutline | undefined {
  const id = sk.split('#')[0] as ReportId;
  const parts = parseReportId(id);
  const outline = { ...parts, id, passages, ...(facts as object) };
  return parts && isOutline(outline) ? (outline as unknown as ReportOutline) : undefined;
}

/** A revision as an entry: whoever has sent or amended it is who has entered it. */
function entryOf({ sk, by, state, firstReceivedAt, facts }: Item): Entered | undefined {
  const id = sk.split('#')[0] as ReportId;
  const parts = parseReportId(id);
  const { attendedBy } = (facts ?? {}) as Pick<ReportFigures, 'attendedBy'>;
  const report = { ...parts, ...(attendedBy !== undefined && { attendedBy }) };
  const entry = { id, by, state, firstReceivedAt, report };
  if (!parts || !isEntry(entry)) return undefined;
  return { ...entry, enteredBy: state === 'submitted' ? [by] : [] } as unknown as Entered;
}

const isEntry = shape({ by: isActor, state: isState, firstReceivedAt: isInstant });

const isOutline = shape({
  durationMinutes: isWhole(0, reportFields.durationMinutes.most),
  fullMembers: isWhole(0, reportFields.fullMembers.most),
  results: optional(listOf(shape({ unit: isText, quantity: Number.isFinite }))),
  passages: listOf(isText),
});

const isRevision = shape({
  ...revised,
  state: isState,
  firstReceivedAt: isInstant,
  filledAt: optional(isInstant),
  assignedTasks: optional(isWhole(0, MOST_ROWS)),
  passages: optional(listOf(isText)),
  lastRow: optional(isWhole(1, reportFields.tasks.parts.row.most)),
  reason: optional(isText),
  wordsDigest: isText,
  report: isReportFigures,
});

const reading: Reading<StoredRevision> = {
  kind: 'report',
  read: fromItem,
  isSound: (revision, { pk, sk }) => {
    if (!isRevision(revision) || !isIntact(revision)) return false;
    const own = keyOf(revision);
    return own.pk === pk && own.sk === sk;
  },
};

/** Whether a stored revision still matches its digest, under its own key. */
export function isIntact({ id, report, wordsDigest, digest }: StoredRevision): boolean {
  return reportDigest(report, wordsDigest) === digest && reportIdOf(report) === id;
}
