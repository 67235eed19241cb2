import { type Input, type Item, MemoryTables } from '#infra/demo/memory-tables.ts';
import { ITEM_BYTES } from '#test/bench/metered-database.ts';

/** Tables in memory that count the units that DynamoDB would. */
export class MeteredTables extends MemoryTables {
  readUnits = 0;
  writeUnits = 0;
  requests = 0;
  /** Of items and their copies in the index, with what DynamoDB adds to each. */
  keptBytes = 0;

  protected override answer(command: string, input: Input): unknown {
    this.requests += 1;
    return super.answer(command, input);
  }

  protected override put(input: Input): object {
    const { TableName, Item } = input;
    const stored = super.get({ TableName, Key: Item });
    const answer = super.put(input);
    // What has `thematicIn` stands in the index once more, and costs as much again.
    const copies = Item['thematicIn'] === undefined ? 1 : 2;
    this.writeUnits += copies * Math.ceil(Math.max(bytesOf(Item), stored ? bytesOf(stored) : 0) / 1024);
    this.keptBytes += copies * (bytesOf(Item) - (stored ? bytesOf(stored) : -ITEM_BYTES));
    return answer;
  }

  protected override get(input: Input): Item | undefined {
    const item = super.get(input);
    this.readUnits += Math.max(1, Math.ceil((item ? bytesOf(item) : 0) / 4096)) * (input.ConsistentRead ? 1 : 0.5);
    return item;
  }

  protected override query(input: Input): Item[] {
    const found = super.query(input);
    const bytes = found.reduce((sum, item) => sum + bytesOf(item), 0);
    this.readUnits += Math.ceil(bytes / 4096) * (input.ConsistentRead ? 1 : 0.5);
    return found;
  }
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
