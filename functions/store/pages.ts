import { type DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { readable, UnreadableItem } from '#functions/store/format.ts';
import { type Key, nameOf } from '#functions/store/item-names.ts';
import { noteUnreadable } from '#functions/store/unreadable.ts';
import { type ItemKind, unitNamed } from '#shared/scorecards/left-out.ts';
import { isWithin, type UnitId } from '#shared/units/units.ts';

/** How fresh a read must be. */
export interface Freshness {
  /** `false` for an eventually consistent read: the last second or so may be missing; it takes half the units. */
  readonly consistent?: boolean;
}

/**
 * Every item of a query, page after page.
 *
 * @param read by default it checks the item's format
 * @throws {UnreadableItem} for an item in a newer format
 */
export async function* queryItems<Item>(
  db: DynamoDBDocumentClient,
  query: QueryCommandInput,
  read: (item: object) => object = readable,
): AsyncGenerator<Item> {
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await db.send(new QueryCommand({ ...query, ExclusiveStartKey: start }));
    for (const item of page.Items ?? []) yield read(item) as Item;
    start = page.LastEvaluatedKey;
  } while (start);
}

/** Every item of a query as the database returns it. */
export async function allItems<Item>(db: DynamoDBDocumentClient, query: QueryCommandInput): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of queryItems<Item>(db, query, (each) => each)) items.push(item);
  return items;
}

/** An item as the database returns it: nothing of it is known but its key. */
export type Item = Key & Readonly<Record<string, unknown>>;

/** How an item of a kind becomes a value of the domain. */
export interface Reading<Value> {
  readonly kind: ItemKind;
  readonly read: (item: Item) => Value;
  /** Whether the value is what one of its kind should be, and stands under its own key. */
  readonly isSound: (value: Value, key: Key) => boolean;
}

/**
 * Every value of a query. What cannot be read is reported and left out: one bad item hides no other.
 *
 * @param within leaves out what is of other units: a prefix of keys also finds `thanh-van-2`
 */
export async function* soundItems<Value>(
  db: DynamoDBDocumentClient,
  query: QueryCommandInput,
  reading: Reading<Value>,
  within?: UnitId,
): AsyncGenerator<Value> {
  for await (const item of queryItems<Item>(db, query, (each) => each)) {
    if (within && !isWithin(unitNamed(nameOf(reading.kind, item)), within)) continue;
    const value = soundOrNoted(item, reading);
    if (value !== undefined) yield value;
  }
}

/** An item's value; `undefined`, and reported, if it cannot be read. */
export function soundOrNoted<Value>(item: Item, reading: Reading<Value>): Value | undefined {
  try {
    return sound(item, reading);
  } catch (error) {
    return noted(error, reading.kind);
  }
}

/** Reports an item that could not be read; everything else that went wrong is thrown again. */
export function noted(error: unknown, kind: ItemKind): undefined {
  if (!(error instanceof UnreadableItem) || !error.key) throw error;
  noteUnreadable({ kind, name: nameOf(kind, error.key) });
}

/**
 * The value of an item that is read alone.
 *
 * @throws {UnreadableItem} if its format is newer, or it is not what one of its kind should be
 */
export function sound<Value>(item: Item, { read, isSound }: Reading<Value>): Value {
  try {
    const value = read(readable(item));
    if (isSound(value, item)) return value;
  } catch (error) {
    if (error instanceof UnreadableItem) throw error;
  }
  throw new UnreadableItem(item);
}
