import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { canonical } from '#shared/digest.ts';

/** An item as the database has it, attribute by attribute with its type: nothing is lost or rounded. */
export type RawItem = Readonly<Record<string, AttributeValue>>;

/**
 * An item as one line of text, in the format of DynamoDB's own exports: bytes are base64, and keys are sorted, so that
 * the same item is the same line.
 */
export function lineOf(item: RawItem): string {
  return canonical({ Item: Object.fromEntries(Object.entries(item).map(([name, value]) => [name, written(value)])) });
}

/** @throws {Error} if the line is no item */
export function itemIn(line: string): RawItem {
  const { Item } = JSON.parse(line) as { readonly Item?: Record<string, unknown> };
  if (!Item || typeof Item !== 'object') throw new Error('A line is no item.');
  return Object.fromEntries(Object.entries(Item).map(([name, value]) => [name, read(value)]));
}

/** An item's string; blank where it has none of that name. */
export function textOf(item: RawItem, name: string): string {
  return item[name]?.S ?? '';
}

/** Whether readers skip the item by now: DynamoDB takes days to remove what has expired. */
export function hasExpired({ expiresAt }: RawItem, nowMs: number): boolean {
  return expiresAt?.N !== undefined && Number(expiresAt.N) * 1000 <= nowMs;
}

function written(value: AttributeValue): unknown {
  if (value.B) return { B: base64(value.B) };
  if (value.BS) return { BS: value.BS.map(base64).sort() };
  if (value.SS) return { SS: [...value.SS].sort() };
  if (value.NS) return { NS: [...value.NS].sort() };
  if (value.L) return { L: value.L.map(written) };
  if (value.M) return { M: Object.fromEntries(Object.entries(value.M).map(([name, each]) => [name, written(each)])) };
  return value;
}

function read(value: unknown): AttributeValue {
  const typed = value as Record<string, unknown>;
  if (typeof typed['B'] === 'string') return { B: Buffer.from(typed['B'], 'base64') };
  if (typed['BS']) return { BS: (typed['BS'] as string[]).map((each) => Buffer.from(each, 'base64')) };
  if (typed['L']) return { L: (typed['L'] as unknown[]).map(read) };
  if (typed['M']) {
    const parts = Object.entries(typed['M'] as Record<string, unknown>);
    return { M: Object.fromEntries(parts.map(([name, each]) => [name, read(each)])) };
  }
  return value as AttributeValue;
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
