import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from 'node:zlib';
import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { withFormat } from '#functions/store/format.ts';
import type { KeptLine } from '#functions/store/month-line.ts';
import {
  allItems,
  type Freshness,
  type Item,
  queryItems,
  type Reading,
  sound,
  soundItems,
  soundOrNoted,
} from '#functions/store/pages.ts';
import { putIf, putNew } from '#functions/store/put-if.ts';
import { figures, isInstant, isMonth, isUnit } from '#functions/store/shapes.ts';
import { reservedKeys } from '#functions/store/tables.ts';
import { isText, isWhole, listOf, oneOf, optional, recordOf, shape } from '#shared/input/shape.ts';
import { addMonths, type Instant, type Month, type Period } from '#shared/period.ts';
import type { CommunePart, Part } from '#shared/scorecards/count-district.ts';
import type { Scorecard } from '#shared/scorecards/scorecard.ts';
import { withStoredVerdicts } from '#shared/scorecards/stored-verdicts.ts';
import type { MonthLine } from '#shared/scorecards/trend.ts';
import type { UnitId } from '#shared/units/units.ts';

/** Which revisions of which reports were counted, each as `{report id}#{revision} {digest}`. */
export type Inputs = readonly string[];

/**
 * An item as it is written. `body` is the scorecard as compressed JSON: a district of 130 communes stays far below an
 * item's 400 kB. A district's live scorecard has besides the `parts` from which it was merged, as compressed JSON.
 */
interface Written {
  readonly pk: UnitId;
  readonly sk: string;
  readonly generatedAt: string;
  readonly digest: string;
  readonly body: Uint8Array;
}

/** Digests hardly compress: this many stay below an item's 400 kB. */
const INPUTS_AN_ITEM = 4000;

interface InputsItem {
  readonly pk: string;
  readonly sk: string;
  /** Some of the inputs, as compressed JSON. */
  readonly part: Uint8Array;
}

/** The parts from which a district's live scorecard was merged. */
export interface Parts {
  readonly communes: readonly CommunePart[];
  /** The part that belongs to no commune. */
  readonly rest: Part;
  /** The rules by which all of it was counted. Absent in items that were stored before they said so. */
  readonly rules?: number;
}

/** A district's live scorecard with its parts, so that the next run need not count all communes again. */
export interface Live {
  readonly scorecard: Scorecard;
  /** Absent in items that were stored before districts were merged from parts. */
  readonly parts?: Parts;
}

/** Which scorecard it is. */
export type ScorecardHead = Pick<Scorecard, 'unit' | 'status' | 'revision' | 'digest'> & { readonly month: Month };

export type ScorecardStore = ReturnType<typeof scorecardStore>;

/** Reads and writes scorecards. A live one is replaced by a later one; an official one never is. */
export function scorecardStore(db: DynamoDBDocumentClient, TableName: string) {
  /** @throws {UnreadableItem} for one that is broken: an older one does not stand for it */
  async function find(unit: UnitId, month: Month, { consistent = true }: Freshness = {}): Promise<Kept | undefined> {
    const found = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :unit AND begins_with(sk, :month)',
        ExpressionAttributeValues: { ':unit': unit, ':month': `${month}#` },
        // `official#0002` comes after `official#0001`, and both after `live`.
        ScanIndexForward: false,
        Limit: 1,
        ConsistentRead: consistent,
      }),
    );
    const [item] = found.Items ?? [];
    return item && sound(item as Item, reading);
  }

  /** The sort keys of a span. */
  async function keysBetween(unit: UnitId, from: Month, to: Month): Promise<string[]> {
    const keys: string[] = [];
    for await (const { sk } of queryItems<Pick<Item, 'sk'>>(db, {
      TableName,
      KeyConditionExpression: 'pk = :unit AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':unit': unit, ':from': `${from}#`, ':to': `${to}#~` },
      ProjectionExpression: 'sk',
      ConsistentRead: true,
    })) {
      keys.push(sk);
    }
    return keys;
  }

  async function getItem(pk: UnitId, sk: string): Promise<Item | undefined> {
    const { Item: found } = await db.send(new GetCommand({ TableName, Key: { pk, sk } }));
    return found as Item | undefined;
  }

  async function get(pk: UnitId, sk: string): Promise<Kept | undefined> {
    const found = await getItem(pk, sk);
    return found && sound(found, reading);
  }

  /** Stores inputs under their digest: the same key always holds the same inputs, whoever writes first. */
  async function putInputs({ unit, month, digest }: Scorecard, inputs: Inputs): Promise<void> {
    for (let n = 0; n * INPUTS_AN_ITEM < inputs.length; n++) {
      const part = pack(inputs.slice(n * INPUTS_AN_ITEM, (n + 1) * INPUTS_AN_ITEM));
      const Item: InputsItem = {
        pk: inputsPartition(unit),
        sk: `${month}#${digest}#${String(n).padStart(4, '0')}`,
        part,
      };
      await putNew(db, TableName, Item);
    }
  }

  return {
    /** The valid scorecard of a month: its newest official one, or otherwise the live one. */
    async current(unit: UnitId, month: Month, freshness?: Freshness): Promise<Scorecard | undefined> {
      return (await find(unit, month, freshness))?.scorecard;
    },

    /**
     * The valid scorecard of each month of a span that has one, oldest first, in one query. The last second may be
     * missing.
     *
     * @throws {UnreadableItem} for one that is broken: an older one does not stand for it
     */
    async currentBetween(unit: UnitId, from: Month, to: Month): Promise<Scorecard[]> {
      const newest = new Map<string, Item>();
      // A month's items come in order of validity, so a later one replaces an earlier one.
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :unit AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':unit': unit, ':from': `${from}#`, ':to': `${to}#~` },
      };
      for (const item of await allItems<Item>(db, query)) newest.set(item.sk.slice(0, 7), item);
      return [...newest.values()].map((item) => sound(item, reading).scorecard);
    },

    /** What tells a month's valid scorecard from any other: the last second may be missing. */
    async head(unit: UnitId, month: Month): Promise<ScorecardHead | undefined> {
      const { Items: [item] = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :unit AND begins_with(sk, :month)',
          ExpressionAttributeValues: { ':unit': unit, ':month': `${month}#` },
          ProjectionExpression: 'sk, digest',
          ScanIndexForward: false,
          Limit: 1,
        }),
      );
      const [, status, revision = '0'] = String(item?.['sk'] ?? '').split('#');
      if (status !== 'live' && status !== 'official') return undefined;
      return { unit, month, status, revision: Number(revision), digest: String(item?.['digest']) };
    },

    /** The scorecard that was valid at an instant; the valid one of now if none of that time is kept. */
    async asOf(unit: UnitId, month: Month, at: Instant): Promise<Scorecard | undefined> {
      let found: Scorecard | undefined;
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :unit AND begins_with(sk, :month)',
        ExpressionAttributeValues: { ':unit': unit, ':month': `${month}#` },
        ConsistentRead: true,
      };
      for await (const { scorecard } of soundItems(db, query, reading)) {
        if (!found || scorecard.generatedAt <= at) found = scorecard;
      }
      return found;
    },

    /** The valid scorecard of each month of a span that has one, oldest first; what came in the last second may be missing. */
    async between(unit: UnitId, from: Month, to: Month): Promise<Scorecard[]> {
      const newest = new Map<string, Scorecard>();
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :unit AND sk BETWEEN :from AND :to',
        // `~` comes after every letter: the range includes the whole last month.
        ExpressionAttributeValues: { ':unit': unit, ':from': `${from}#`, ':to': `${to}#~` },
      };
      // A month's items come in order of validity, so a later one replaces an earlier one.
      for await (const { sk, scorecard } of soundItems(db, query, reading)) newest.set(sk.slice(0, 7), scorecard);
      return [...newest.values()];
    },

    /**
     * What a trend shows of each month of a span that has a scorecard, oldest first; what came in the last second may be
     * missing. Of ten years it is a hundredth of what the scorecards say: official ones keep it beside their body, and of
     * others no more is read from that.
     */
    async linesBetween(unit: UnitId, from: Month, to: Month): Promise<MonthLine[]> {
      // Only a trend asks for lines: what reads them is loaded with the first.
      const { isLine, lineIn, shownLine } = await import('#functions/store/month-line.ts');
      const readingLine: Reading<KeptLine> = {
        kind: 'scorecard',
        read: ({ line, body }) =>
          shownLine(line ? unpack<KeptLine>(line as Uint8Array) : lineIn(unpacked(body as Uint8Array))),
        isSound: (line, { pk, sk }) => isLine(line) && itemKey(line).pk === pk && itemKey(line).sk === sk,
      };
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :unit AND sk BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#format': 'format' },
        ExpressionAttributeValues: { ':unit': unit, ':from': `${from}#`, ':to': `${to}#~` },
        ProjectionExpression: 'pk, sk, #format, line',
      };
      const months = Map.groupBy(await allItems<Item>(db, query), ({ sk }) => sk.slice(0, 7));
      const read = async (item: Item) => {
        const kept = item['line'] ? item : await getItem(unit, item.sk);
        return kept && soundOrNoted(kept, readingLine);
      };
      const newest = [...months.values()].map(async (items) => {
        // They come in order of validity. An older one stands for one that is broken.
        for (const item of items.reverse()) {
          const line = await read(item);
          if (line) return line;
        }
        return undefined;
      });
      return (await Promise.all(newest)).filter((line) => line !== undefined);
    },

    /** An official scorecard: the newest unless a revision is given. */
    async official(unit: UnitId, month: Month, revision?: number): Promise<Scorecard | undefined> {
      const item = revision ? await get(unit, officialKey(month, revision)) : await find(unit, month);
      return item?.sk.includes('#official#') ? item.scorecard : undefined;
    },

    /** The months of a span that have an official scorecard, oldest first. */
    async officialMonths(unit: UnitId, from: Month, to: Month): Promise<Month[]> {
      return monthsOfKeys((await keysBetween(unit, from, to)).filter((sk) => sk.includes('#official#')));
    },

    /** The months of a span that have any scorecard, oldest first: to them a page may lead. */
    async monthsBetween(unit: UnitId, from: Month, to: Month): Promise<Month[]> {
      return monthsOfKeys(await keysBetween(unit, from, to));
    },

    /** The first month after the last that was closed before `before`; if none was, the first that was counted at all. */
    async openSince(unit: UnitId, before: Month): Promise<Month | undefined> {
      let since: Month | undefined;
      for await (const { sk } of queryItems<Pick<Item, 'sk'>>(db, {
        TableName,
        KeyConditionExpression: 'pk = :unit AND sk < :before',
        ExpressionAttributeValues: { ':unit': unit, ':before': `${before}#` },
        ProjectionExpression: 'sk',
        ScanIndexForward: false,
        ConsistentRead: true,
      })) {
        const month = sk.slice(0, 7) as Month;
        if (sk.includes('#official#')) return addMonths(month, 1);
        since = month;
      }
      return since;
    },

    /** A district's live scorecard; `undefined` if there is none, `unreadable` if what is there must be replaced. */
    async live(district: UnitId, month: Month): Promise<Live | 'unreadable' | undefined> {
      const Key = { pk: district, sk: liveKey(month) };
      const { Item: found } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      const kept = found && soundOrNoted(found as Item, reading);
      if (!kept) return found && 'unreadable';
      const { scorecard, parts } = kept;
      // What it is replaced by is conditional on these: it could not be replaced for ever.
      const isHead = found?.['digest'] === scorecard.digest && found['generatedAt'] === scorecard.generatedAt;
      return isHead ? { scorecard, ...(parts && { parts }) } : 'unreadable';
    },

    /** The inputs of an official scorecard. */
    async inputsOf({ unit, month, digest }: Scorecard): Promise<Inputs> {
      const inputs: string[] = [];
      const parts = queryItems<InputsItem>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :digest)',
        ExpressionAttributeValues: { ':pk': inputsPartition(unit), ':digest': `${month}#${digest}#` },
        ConsistentRead: true,
      });
      for await (const { part } of parts) inputs.push(...unpack<Inputs>(part));
      return inputs;
    },

    /** Stores a live scorecard; `false` if a later one is stored already. */
    async putLive(scorecard: Scorecard): Promise<boolean> {
      return putIf(db, {
        TableName,
        Item: itemOf(scorecard),
        // One that says no time, or one to come, is broken and would stand for ever.
        ConditionExpression: [
          'attribute_not_exists(generatedAt)',
          'NOT attribute_type(generatedAt, :text)',
          'generatedAt <= :generatedAt',
          'generatedAt > :tomorrow',
        ].join(' OR '),
        ExpressionAttributeValues: {
          ':text': 'S',
          ':generatedAt': scorecard.generatedAt,
          ':tomorrow': new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString(),
        },
      });
    },

    /**
     * Stores a district's live scorecard with its parts.
     *
     * @param seen the scorecard whose parts were merged into this one; absent if there was none; `unreadable` replaces
     *   whatever is there
     * @returns `false` if another has replaced it meanwhile: what that one merged may be missing here
     */
    async putMerged(
      { scorecard, parts }: Required<Live>,
      seen: Scorecard | 'unreadable' | undefined,
    ): Promise<boolean> {
      return putIf(db, {
        TableName,
        Item: { ...itemOf(scorecard), parts: pack(parts) },
        ...(seen === 'unreadable'
          ? { ConditionExpression: 'attribute_exists(sk)' }
          : seen
            ? {
                ConditionExpression: 'digest = :digest AND generatedAt = :generatedAt',
                ExpressionAttributeValues: { ':digest': seen.digest, ':generatedAt': seen.generatedAt },
              }
            : { ConditionExpression: 'attribute_not_exists(sk)' }),
      });
    },

    /**
     * Stores an official scorecard, and what a trend shows of it. It stores the inputs first, so that no scorecard is
     * without them.
     *
     * @returns `false` if this revision exists already
     */
    async putOfficial(scorecard: Scorecard, inputs: Inputs): Promise<boolean> {
      await putInputs(scorecard, inputs);
      const { lineIn } = await import('#functions/store/month-line.ts');
      // Thousands of bytes, which the body and the line are both made of.
      const json = JSON.stringify(scorecard);
      return putNew(db, TableName, { ...itemOf(scorecard, json), line: pack(lineIn(Buffer.from(json))) });
    },
  };
}

/** A scorecard as it is kept, and a district's parts. */
interface Kept {
  readonly sk: string;
  readonly scorecard: Scorecard;
  readonly parts?: Parts;
}

const isScorecard = shape({
  unit: isUnit,
  name: isText,
  month: isMonth,
  status: oneOf(['live', 'official']),
  revision: isWhole(0, 9999),
  generatedAt: isInstant,
  digest: isText,
  regime: isText,
  indicators: figures,
  children: listOf(shape({ unit: isUnit, name: isText, indicators: figures })),
  groups: listOf(shape({ group: isWhole(1, 99), name: isText, communes: listOf(isUnit), indicators: figures })),
  belowNorm: listOf(shape({ cell: isUnit, name: isText, commune: isText, reasons: listOf(isText) })),
});

const isPart = shape({ tally: recordOf(Number.isFinite), inputs: isText });
const areParts = optional(
  shape({
    communes: listOf((part) => isPart(part) && shape({ unit: isUnit, digest: isText })(part)),
    rest: isPart,
    rules: optional(Number.isInteger),
  }),
);

const reading: Reading<Kept> = {
  kind: 'scorecard',
  read: ({ sk, body, parts }) => ({
    sk,
    scorecard: withStoredVerdicts(unpack<Scorecard>(body as Uint8Array)),
    ...(parts !== undefined && { parts: unpack<Parts>(parts as Uint8Array) }),
  }),
  isSound: ({ scorecard, parts }, { pk, sk }) =>
    isScorecard(scorecard) && areParts(parts) && itemKey(scorecard).pk === pk && itemKey(scorecard).sk === sk,
};

function itemKey({
  unit,
  month,
  status,
  revision,
}: Pick<Scorecard, 'unit' | 'month' | 'status' | 'revision'>): Pick<Written, 'pk' | 'sk'> {
  return { pk: unit, sk: status === 'live' ? liveKey(month) : officialKey(month, revision) };
}

function itemOf(scorecard: Scorecard, json = JSON.stringify(scorecard)): Written {
  const { generatedAt, digest } = scorecard;
  return withFormat({ ...itemKey(scorecard), generatedAt, digest, body: packed(json) });
}

function inputsPartition(unit: UnitId): string {
  return `${unit}${reservedKeys.scorecards.inputs}`;
}

function liveKey(month: Period): string {
  return `${month}#live`;
}

function officialKey(month: Period, revision: number): string {
  return `${month}#official#${String(revision).padStart(4, '0')}`;
}

/** A unit's month takes thousands of bytes: this level writes a quarter less than gzip, in half the time. */
const level = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

function pack(value: unknown): Uint8Array {
  return packed(JSON.stringify(value));
}

function packed(json: string): Uint8Array {
  return brotliCompressSync(json, level);
}

function unpack<T>(bytes: Uint8Array): T {
  return JSON.parse(unpacked(bytes).toString('utf8')) as T;
}

/** The oldest are gzip, known by first bytes that our brotli never has; official scorecards are never rewritten. */
function unpacked(bytes: Uint8Array): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : brotliDecompressSync(bytes);
}

function monthsOfKeys(keys: readonly string[]): Month[] {
  return [...new Set(keys.map((sk) => sk.slice(0, 7) as Month))];
}
