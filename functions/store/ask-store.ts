import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AppendOutcome } from '#functions/store/append-revision.ts';
import type { Before } from '#functions/store/owed-store.ts';
import { type Item, type Reading, soundItems } from '#functions/store/pages.ts';
import { putChange } from '#functions/store/put-change.ts';
import { authored } from '#functions/store/shapes.ts';
import { reservedKeys } from '#functions/store/tables.ts';
import { isText, isWhole, shape } from '#shared/input/shape.ts';
import type { Ask, Refusal } from '#shared/reports/ask.ts';
import { parseReportId, type ReportId } from '#shared/reports/report.ts';
import { districtOf, type UnitId } from '#shared/units/units.ts';

/** What was asked about reports, and refused. A grant is the reopening of the month. */
export interface Asked {
  readonly asks: readonly Ask[];
  readonly refusals: readonly Refusal[];
}

export type AskStore = ReturnType<typeof askStore>;

/** Keeps who asked to amend a report of a closed month, and who refused it, append-only, beside the reports. */
export function askStore(db: DynamoDBDocumentClient, TableName: string) {
  async function find(district: UnitId, prefix: string, within?: UnitId): Promise<Asked> {
    const query = {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': partitionOf(district), ':prefix': prefix },
      ConsistentRead: true,
    };
    const asks: Ask[] = [];
    const refusals: Refusal[] = [];
    for await (const { isRefusal, ...said } of soundItems(db, query, words, within)) {
      (isRefusal ? refusals : asks).push(said);
    }
    return { asks, refusals };
  }

  /** Adds a word; where there is one already, it is `same` if it is this one. */
  async function add(said: Word, before?: Before<Ask>): Promise<AppendOutcome<Ask>> {
    const { isRefusal, ...stored } = said;
    if (await putChange(db, TableName, { stored, Item: itemOf(said), table: 'meetings', before })) {
      return { kind: 'added', stored };
    }
    const { asks, refusals } = await find(districtOf(said.id), `${said.id}#`);
    const there = (isRefusal ? refusals : asks).find(({ number }) => number === said.number);
    return there && saysTheSame(there, said) ? { kind: 'same', stored: there } : { kind: 'stale', stored: there };
  }

  return {
    /** What was said about one report. */
    ofReport: (id: ReportId): Promise<Asked> => find(districtOf(id), `${id}#`),

    /** What was said about all reports of a unit and below, of all months. */
    ofUnit: (unit: UnitId): Promise<Asked> => find(districtOf(unit), unit, unit),

    ask: (ask: Ask, before?: Before<Ask>): Promise<AppendOutcome<Ask>> => add({ ...ask, isRefusal: false }, before),

    refuse: (refusal: Refusal, before?: Before<Ask>): Promise<AppendOutcome<Ask>> =>
      add({ ...refusal, isRefusal: true }, before),
  };
}

interface Word extends Ask {
  readonly isRefusal: boolean;
}

/** Whether somebody says again what they have said. */
export function saysTheSame(said: Pick<Ask, 'by' | 'reason'>, again: Pick<Ask, 'by' | 'reason'>): boolean {
  return said.by.user === again.by.user && said.reason === again.reason;
}

function partitionOf(district: UnitId): string {
  return `${district}${reservedKeys.meetings.asks}`;
}

function keyOf({ id, number, isRefusal }: Pick<Word, 'id' | 'number' | 'isRefusal'>): Pick<Item, 'pk' | 'sk'> {
  const sk = `${id}#ask#${String(number).padStart(4, '0')}`;
  return { pk: partitionOf(districtOf(id)), sk: isRefusal ? `${sk}#refused` : sk };
}

function itemOf({ isRefusal, ...said }: Word): Item {
  return { ...keyOf({ ...said, isRefusal }), ...said };
}

const isAsk = shape({ ...authored, number: isWhole(1, 9999), reason: isText });

const words: Reading<Word> = {
  kind: 'ask',
  read: ({ pk, sk, ...said }) => ({ ...said, isRefusal: sk.endsWith('#refused') }) as unknown as Word,
  isSound: (said, { pk, sk }) =>
    isAsk(said) && parseReportId(said.id) !== undefined && keyOf(said).pk === pk && keyOf(said).sk === sk,
};
