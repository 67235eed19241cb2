import { gunzipSync, gzipSync } from 'node:zlib';
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  type BatchGetCommandOutput,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { queryItems } from '#functions/store/pages.ts';
import { putIf, putNew } from '#functions/store/put-if.ts';
import type { Instant, Month, Period } from '#shared/period.ts';
import type { Scorecard } from '#shared/scorecard.ts';
import type { UnitId } from '#shared/units.ts';

/** Which revisions of which reports were counted, each as `{report id}#{revision} {digest}`. */
export type Inputs = readonly string[];

interface Item {
  readonly pk: UnitId;
  readonly sk: string;
  readonly generatedAt: string;
  readonly digest: string;
  /** The scorecard as compressed JSON: a district of 130 communes stays far below an item's 400 kB. */
  readonly body: Uint8Array;
}

/** So many keys DynamoDB takes in one request. */
const KEYS_A_REQUEST = 100;

/** Digests hardly compress: so many stay below an item's 400 kB. */
const INPUTS_AN_ITEM = 4000;

interface InputsItem {
  readonly pk: string;
  readonly sk: string;
  /** A run of inputs as compressed JSON. */
  readonly part: Uint8Array;
}

/** What tells a scorecard from another without its figures. */
export type Stamp = Pick<Scorecard, 'generatedAt' | 'digest'>;

export type ScorecardStore = ReturnType<typeof scorecardStore>;

/** Reads and writes scorecards. A live one is replaced by a later one; an official one never is. */
export function scorecardStore(db: DynamoDBDocumentClient, TableName: string) {
  async function find(unit: UnitId, month: Month): Promise<Item | undefined> {
    const found = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :unit AND begins_with(sk, :month)',
        ExpressionAttributeValues: { ':unit': unit, ':month': `${month}#` },
        // `official#0002` comes after `official#0001`, and both after `live`.
        ScanIndexForward: false,
        Limit: 1,
        ConsistentRead: true,
      }),
    );
    return found.Items?.[0] as Item | undefined;
  }

  /** Under the digest, which covers them: the same key holds the same inputs, whoever comes first. */
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
    /** What counts for a month: its newest official scorecard, or else the live one. */
    async current(unit: UnitId, month: Month): Promise<Scorecard | undefined> {
      const item = await find(unit, month);
      return item && unpack<Scorecard>(item.body);
    },

    /** What counted for a month at an instant; what counts now, where nothing of then is kept. */
    async asOf(unit: UnitId, month: Month, at: Instant): Promise<Scorecard | undefined> {
      let found: Item | undefined;
      const items = queryItems<Item>(db, {
        TableName,
        KeyConditionExpression: 'pk = :unit AND begins_with(sk, :month)',
        ExpressionAttributeValues: { ':unit': unit, ':month': `${month}#` },
        ConsistentRead: true,
      });
      for await (const item of items) if (!found || item.generatedAt <= at) found = item;
      return found && unpack<Scorecard>(found.body);
    },

    /** What counts for each month of a span that has a scorecard, oldest first. */
    async between(unit: UnitId, from: Month, to: Month): Promise<Scorecard[]> {
      const newest = new Map<string, Scorecard>();
      const items = queryItems<Item>(db, {
        TableName,
        KeyConditionExpression: 'pk = :unit AND sk BETWEEN :from AND :to',
        // `~` comes after every letter: the whole last month is in.
        ExpressionAttributeValues: { ':unit': unit, ':from': `${from}#`, ':to': `${to}#~` },
        ConsistentRead: true,
      });
      // A month's items come in the order in which they count: the later one takes the place of the earlier.
      for await (const { sk, body } of items) newest.set(sk.slice(0, 7), unpack<Scorecard>(body));
      return [...newest.values()];
    },

    /** An official scorecard; the newest one unless a revision is asked for. */
    async official(unit: UnitId, month: Month, revision?: number): Promise<Scorecard | undefined> {
      const item = revision
        ? ((await db.send(new GetCommand({ TableName, Key: { pk: unit, sk: officialKey(month, revision) } }))).Item as
            | Item
            | undefined)
        : await find(unit, month);
      return item?.sk.includes('#official#') ? unpack<Scorecard>(item.body) : undefined;
    },

    /** The stamps of the live scorecards of several units, as of a second ago; a unit that has none is left out. */
    async liveStamps(units: readonly UnitId[], month: Month): Promise<ReadonlyMap<UnitId, Stamp>> {
      const stamps = new Map<UnitId, Stamp>();
      for (let at = 0; at < units.length; at += KEYS_A_REQUEST) {
        const Keys = units.slice(at, at + KEYS_A_REQUEST).map((pk) => ({ pk, sk: liveKey(month) }));
        let left: BatchGetCommandInput['RequestItems'] = {
          [TableName]: { Keys, ProjectionExpression: 'pk, generatedAt, digest' },
        };
        // DynamoDB may answer a part, and then says what is left.
        while (left && Object.keys(left).length > 0) {
          const answer: BatchGetCommandOutput = await db.send(new BatchGetCommand({ RequestItems: left }));
          for (const { pk, generatedAt, digest } of (answer.Responses?.[TableName] ?? []) as Omit<Item, 'body'>[]) {
            stamps.set(pk, { generatedAt, digest });
          }
          left = answer.UnprocessedKeys;
        }
      }
      return stamps;
    },

    /** What an official scorecard was made of. */
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

    /**
     * Stores a scorecard; before an official one what it was made of, so that no scorecard is without it.
     *
     * @returns whether it was stored: not when a later live one, or this very official revision, was there before
     */
    async put(scorecard: Scorecard, inputs: Inputs): Promise<boolean> {
      const { unit, month, status, revision, generatedAt, digest } = scorecard;
      const sk = status === 'live' ? liveKey(month) : officialKey(month, revision);
      if (status === 'official') await putInputs(scorecard, inputs);
      const Item: Item = { pk: unit, sk, generatedAt, digest, body: pack(scorecard) };
      return putIf(db, {
        TableName,
        Item,
        ...(status === 'live'
          ? {
              ConditionExpression: 'attribute_not_exists(sk) OR generatedAt <= :generatedAt',
              ExpressionAttributeValues: { ':generatedAt': generatedAt },
            }
          : { ConditionExpression: 'attribute_not_exists(sk)' }),
      });
    },
  };
}

function inputsPartition(unit: UnitId): string {
  return `${unit}#inputs`;
}

function liveKey(month: Period): string {
  return `${month}#live`;
}

function officialKey(month: Period, revision: number): string {
  return `${month}#official#${String(revision).padStart(4, '0')}`;
}

function pack(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value));
}

function unpack<T>(bytes: Uint8Array): T {
  return JSON.parse(gunzipSync(bytes).toString('utf8')) as T;
}
