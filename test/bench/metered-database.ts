import type { LocalStack } from '#infra/local/cloudformation/local-stack.ts';
import type { Database } from '#infra/local/dynamodb/database.ts';
import { startDatabase } from '#infra/local/dynamodb/dynamodb.ts';
import { type Item, itemBytes } from '#infra/local/dynamodb/item-bytes.ts';
import { overHttp } from '#infra/local/dynamodb/over-http.ts';

/** In DynamoDB's own units. */
export interface Amount {
  readonly readUnits: number;
  /** With what goes into an index besides, which the local database does not count; of updated items that is left out. */
  readonly writeUnits: number;
  /** Of items that were put and stay, with their copies in indexes and what DynamoDB adds to each. */
  readonly keptBytes: number;
}

/** What was asked of the database. */
export interface Use extends Amount {
  readonly requests: number;
  /** What of it concerns the audit, whose table has prices of its own. */
  readonly audit: Amount;
}

/** One request, as a reader of a list wants it. */
export interface Asked {
  /** Of DynamoDB, such as `Query`. */
  readonly operation: string;
  /** Table, or index, and keys. */
  readonly what: string;
  readonly units: number;
}

export interface MeteredDatabase extends Database {
  /** What was used since it was last asked, and by which requests, in the order in which they came. */
  take(): Use & { readonly asked: readonly Asked[] };
}

const nothing: Amount = { readUnits: 0, writeUnits: 0, keptBytes: 0 };
const none: Use = { requests: 0, ...nothing, audit: nothing };
/** What is in them vanishes soon. */
const PASSING = /Transient|Owed/;
const AUDIT = /Audit/;
/** DynamoDB's own for each item and each of its copies in an index. */
export const ITEM_BYTES = 100;

/** The database with a meter before it: each request through `ask` asks for `ReturnConsumedCapacity`, and each answer is added up. */
export async function meteredDatabase(stack: LocalStack, dataDir: string): Promise<MeteredDatabase> {
  const database = await startDatabase(stack, dataDir);
  const indexed = indexKeysOf(stack);
  let used = none;
  let list: { operation: string; what: string; units: number }[] = [];
  const ask = database.ask ?? overHttp(database.endpoint);
  return {
    endpoint: database.endpoint,
    async ask({ headers, body }) {
      const asked = JSON.parse(body) as Input;
      const operation = String(headers['x-amz-target']).split('.').at(-1) ?? '';
      const line = { operation, what: whatOf(asked), units: 0 };
      list.push(line);
      const metered = JSON.stringify({ ...asked, ReturnConsumedCapacity: 'TOTAL' });
      const { 'content-length': _, ...others } = headers;
      const answer = await ask({ headers: others, body: metered });
      line.units = unitsIn(answer.body);
      const kept = answer.status === 200 && isPut(asked) ? copiesOf(asked, indexed) : nothing;
      const isWrite = /^(Put|Update|Delete|BatchWrite)Item$/.test(operation);
      used = plus(used, asked.TableName, amountOf(isWrite, line.units), kept);
      return answer;
    },
    take() {
      const taken = { ...used, asked: list };
      used = none;
      list = [];
      return taken;
    },
    stop: () => database.stop(),
  };
}

/** An answer names the units of one table, or of several; a refused condition names none. */
function unitsIn(body: string): number {
  const { ConsumedCapacity = [] } = JSON.parse(body) as { ConsumedCapacity?: Consumed | Consumed[] };
  return [ConsumedCapacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
}

interface Consumed {
  readonly CapacityUnits: number;
}

interface Input {
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly Key?: object;
  readonly Item?: Item;
  readonly ExpressionAttributeValues?: object;
  readonly RequestItems?: Readonly<Record<string, { readonly Keys?: readonly object[] }>>;
}

function whatOf({ TableName, IndexName, Key, Item, ExpressionAttributeValues: values, RequestItems }: Input): string {
  if (RequestItems) {
    return Object.entries(RequestItems)
      .map(([table, { Keys = [] }]) => `${table} ${Keys.map(plain).join(' + ')}`)
      .join(' + ');
  }
  const key = Key ?? (Item ? { pk: Item['pk'], sk: Item['sk'] } : values);
  return `${IndexName ? `${TableName}/${IndexName}` : TableName} ${plain(key)}`;
}

/** Values of DynamoDB's JSON, without their types. */
function plain(values: object = {}): string {
  return Object.values(values as Readonly<Record<string, object>>)
    .map((typed) => String(Object.values(typed)[0]))
    .join(' ');
}

interface Put extends Input {
  readonly Item: Item;
}

const isPut = (asked: Input): asked is Put => 'Item' in asked;

/** The attributes by which an item stands in an index. */
function indexKeysOf(stack: LocalStack): readonly string[] {
  interface Properties {
    readonly GlobalSecondaryIndexes?: readonly { readonly KeySchema: readonly { readonly AttributeName: string }[] }[];
  }
  return stack
    .all<Properties>('AWS::DynamoDB::Table')
    .flatMap(({ properties }) => properties.GlobalSecondaryIndexes ?? [])
    .flatMap(({ KeySchema }) => KeySchema[0]?.AttributeName ?? []);
}

function amountOf(isWrite: boolean, units: number): Amount {
  return isWrite ? { ...nothing, writeUnits: units } : { ...nothing, readUnits: units };
}

/** What a new item takes besides: its copies in indexes, and its bytes. */
function copiesOf({ TableName = '', Item }: Put, indexed: readonly string[]): Amount {
  const bytes = itemBytes(Item);
  const copies = indexed.filter((name) => name in Item).length;
  return {
    readUnits: 0,
    writeUnits: copies * Math.ceil(bytes / 1024),
    keptBytes: PASSING.test(TableName) ? 0 : (1 + copies) * (bytes + ITEM_BYTES),
  };
}

function plus({ requests, audit, ...used }: Use, table: string | undefined, ...amounts: readonly Amount[]): Use {
  return {
    requests: requests + 1,
    ...sum(used, ...amounts),
    audit: table && AUDIT.test(table) ? sum(audit, ...amounts) : audit,
  };
}

function sum(...amounts: readonly Amount[]): Amount {
  const of = (part: keyof Amount) => amounts.reduce((total, amount) => total + amount[part], 0);
  return { readUnits: of('readUnits'), writeUnits: of('writeUnits'), keptBytes: of('keptBytes') };
}
