import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ITEM_BYTES } from '#test/bench/metered-database.ts';

type Item = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/** The parts of a command's input that the stores use. */
interface Input {
  readonly TableName: string;
  readonly Item: Item;
  readonly Key: { readonly pk: string; readonly sk: string };
  readonly ConditionExpression?: string;
  readonly KeyConditionExpression: string;
  readonly IndexName?: string;
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>>;
  readonly ScanIndexForward?: boolean;
  readonly Limit?: number;
  readonly ConsistentRead?: boolean;
}

/** The index of the meetings: what has `thematicIn` stands in it once more, and costs as much again. */
const THEMATIC = 'thematic';

/** A partition: its items by sort key, and the sort keys in order. */
interface Partition {
  readonly items: Map<string, Item>;
  readonly order: string[];
}

/**
 * DynamoDB as the stores of a roll-up ask for it, in this process's memory: nothing is marshalled and nothing goes over a
 * wire, so that a country can be worked off. It counts the units that DynamoDB would.
 */
export class MemoryTables {
  readUnits = 0;
  writeUnits = 0;
  requests = 0;
  /** Of items and their copies in the index, with what DynamoDB adds to each. */
  keptBytes = 0;
  private readonly partitions = new Map<string, Partition>();

  /** As the stores take it; it answers the commands that they send, and no others. */
  client(): DynamoDBDocumentClient {
    const send = async (command: { readonly input: Input }) => this.answer(command.constructor.name, command.input);
    return { send } as unknown as DynamoDBDocumentClient;
  }

  private answer(command: string, input: Input): unknown {
    this.requests += 1;
    switch (command) {
      case 'PutCommand':
        return this.put(input);
      case 'GetCommand':
        return { Item: this.get(input.TableName, input.Key, input.ConsistentRead) };
      case 'QueryCommand':
        return { Items: this.query(input) };
      default:
        throw new Error(`${command} is not answered here`);
    }
  }

  private partition(table: string, pk: string): Partition {
    const name = `${table} ${pk}`;
    const found = this.partitions.get(name) ?? { items: new Map(), order: [] };
    this.partitions.set(name, found);
    return found;
  }

  private put({ TableName, Item, ConditionExpression = '', ExpressionAttributeValues: values = {} }: Input): object {
    const { items, order } = this.partition(TableName, Item.pk);
    const stored = items.get(Item.sk);
    if (!holds(ConditionExpression, stored, values)) {
      throw new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
    }
    if (!stored) order.splice(placeOf(order, Item.sk), 0, Item.sk);
    items.set(Item.sk, Item);
    const units = Math.ceil(Math.max(bytesOf(Item), stored ? bytesOf(stored) : 0) / 1024);
    this.writeUnits += units;
    const kept = bytesOf(Item) - (stored ? bytesOf(stored) : -ITEM_BYTES);
    this.keptBytes += kept;
    const { thematicIn } = Item;
    if (thematicIn === undefined) return {};
    const index = this.partition(`${TableName} ${THEMATIC}`, String(thematicIn));
    if (!index.items.has(Item.sk)) index.order.splice(placeOf(index.order, Item.sk), 0, Item.sk);
    index.items.set(Item.sk, Item);
    this.writeUnits += units;
    this.keptBytes += kept;
    return {};
  }

  private get(table: string, { pk, sk }: Input['Key'], consistent = false): Item | undefined {
    const item = this.partition(table, pk).items.get(sk);
    this.readUnits += Math.max(1, Math.ceil((item ? bytesOf(item) : 0) / 4096)) * (consistent ? 1 : 0.5);
    return item;
  }

  private query(input: Input): Item[] {
    const { TableName, IndexName, KeyConditionExpression, ExpressionAttributeValues: values = {} } = input;
    const names = KeyConditionExpression.match(/:\w+/g) ?? [];
    const [pk = '', low = '', high = `${low}\uffff`] = names.map((name) => String(values[name]));
    const { items, order } = this.partition(IndexName ? `${TableName} ${IndexName}` : TableName, pk);
    const sks = order.slice(placeOf(order, low), placeOf(order, high));
    if (input.ScanIndexForward === false) sks.reverse();
    const found = sks.slice(0, input.Limit).map((sk) => items.get(sk) as Item);
    const bytes = found.reduce((sum, item) => sum + bytesOf(item), 0);
    this.readUnits += Math.ceil(bytes / 4096) * (input.ConsistentRead ? 1 : 0.5);
    return found;
  }
}

/** Whether a condition of the stores holds: parts joined by `OR` or by `AND`, each on one attribute. */
function holds(condition: string, stored: Item | undefined, values: Readonly<Record<string, unknown>>): boolean {
  if (condition === '') return true;
  const of = (part: string): boolean => {
    const [, attribute = '', comparison, value = ''] = /^(\w+) (<?=|>) (:\w+)$/.exec(part) ?? [];
    const [, absent] = /^attribute_not_exists\((\w+)\)$/.exec(part) ?? [];
    if (absent) return stored?.[absent] === undefined;
    const [, typed] = /^NOT attribute_type\((\w+), :text\)$/.exec(part) ?? [];
    if (typed) return stored !== undefined && typeof stored[typed] !== 'string';
    if (!comparison) throw new Error(`${part} is not answered here`);
    const [left, right] = [String(stored?.[attribute]), String(values[value])];
    return stored !== undefined && { '=': left === right, '<=': left <= right, '>': left > right }[comparison] === true;
  };
  return condition.includes(' AND ') ? condition.split(' AND ').every(of) : condition.split(' OR ').some(of);
}

/** Where a sort key stands or would stand. */
function placeOf(order: readonly string[], sk: string): number {
  let [from, to] = [0, order.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((order[middle] as string) < sk) from = middle + 1;
    else to = middle;
  }
  return from;
}

const sizes = new WeakMap<object, number>();

/** The size of an item as DynamoDB counts it: names and values, and some bytes for what holds others. */
function bytesOf(item: Item): number {
  const known = sizes.get(item);
  if (known !== undefined) return known;
  const bytes = partsOf(item).reduce((sum, [name, part]) => sum + Buffer.byteLength(name) + bytesIn(part), 0);
  sizes.set(item, bytes);
  return bytes;
}

function bytesIn(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return 1 + Math.ceil(String(Math.abs(value)).replace('.', '').length / 2);
  if (value === null || typeof value === 'boolean') return 1;
  if (value instanceof Uint8Array) return value.length;
  if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + 1 + bytesIn(part), 3);
  return partsOf(value as object).reduce((sum, [name, part]) => sum + 1 + Buffer.byteLength(name) + bytesIn(part), 3);
}

function partsOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, part]) => part !== undefined);
}
