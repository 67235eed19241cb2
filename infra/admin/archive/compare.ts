import { createHash } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { archiveParts, beginningsOf, isAbove, isAccountList, ownerOf } from '#functions/store/archive-parts.ts';
import { hasExpired, itemIn, lineOf, type RawItem, textOf } from '#functions/store/raw-item.ts';
import type { TableKey, TableNames } from '#functions/store/tables.ts';
import type { OpenArchive } from '#infra/admin/archive/manifest.ts';
import { readPart } from '#infra/admin/archive/part-files.ts';
import { allRaw } from '#infra/admin/archive/raw-tables.ts';
import type { UnitId } from '#shared/units/units.ts';

/** How the items of a table stand to those of an archive or of another table. */
export interface Comparison {
  readonly table: TableKey;
  readonly same: number;
  /** Keys of what the other has and the system lacks. */
  readonly missing: readonly string[];
  /** Keys of what both have, and not alike. */
  readonly different: readonly string[];
  /** Keys of what only the system has. */
  readonly extra: readonly string[];
}

/** What a system is compared with: its items by table; `undefined` where it has no such table. */
export interface Other {
  readonly items: (table: TableKey) => AsyncIterable<RawItem> | undefined;
  /** Absent: all. */
  readonly roots?: ReadonlySet<UnitId>;
}

/** What expires comes and goes, and what is owed is paid. */
export const compared: readonly TableKey[] = ['cells', 'meetings', 'scorecards', 'matters', 'actions', 'audit'];

/**
 * Compares the system item by item with an archive, or with tables that were restored to an earlier second. It keeps a
 * digest of each item of one table in memory: about 150 bytes.
 */
export async function compareItems(
  { client, tables }: { readonly client: DynamoDBClient; readonly tables: TableNames },
  other: Other,
): Promise<readonly Comparison[]> {
  const found: Comparison[] = [];
  for (const table of compared) {
    const items = other.items(table);
    const beginnings = other.roots && [...other.roots].flatMap((root) => beginningsOf(table, root) ?? []);
    const own = allRaw(client, tables[table], beginnings);
    if (items) found.push(await compareTable(table, own, items, other.roots));
  }
  return found;
}

async function compareTable(
  table: TableKey,
  own: AsyncIterable<RawItem>,
  others: AsyncIterable<RawItem>,
  roots: ReadonlySet<UnitId> | undefined,
): Promise<Comparison> {
  const expected = new Map<string, string>();
  for await (const item of others) if (isIn(table, item, roots)) expected.set(keyOf(item), digestOf(item));
  let same = 0;
  const different: string[] = [];
  const extra: string[] = [];
  for await (const item of own) {
    if (!isIn(table, item, roots)) continue;
    const key = keyOf(item);
    const digest = expected.get(key);
    expected.delete(key);
    if (digest === undefined) extra.push(key);
    else if (digest === digestOf(item)) same += 1;
    else different.push(key);
  }
  return { table, same, missing: [...expected.keys()], different, extra };
}

/** The items of an archive. */
export function archived({ manifest, fileOf }: OpenArchive): Other {
  async function* itemsOf(table: TableKey) {
    for (const part of archiveParts.filter((each) => each.table === table)) {
      for await (const line of readPart(fileOf(part.name))) yield itemIn(line);
    }
  }
  return { items: itemsOf, ...(!manifest.whole && { roots: new Set(manifest.districts) }) };
}

/** Tables with names of their own, as far as they are there. */
export function restoredTables(client: DynamoDBClient, names: Partial<TableNames>): Other {
  return {
    items(table) {
      const name = names[table];
      return name === undefined ? undefined : allRaw(client, name);
    },
  };
}

/**
 * What the operator is told.
 *
 * @throws {Error} if something is missing or different: what only the system has may have come later
 */
export function sayComparison(comparisons: readonly Comparison[]): string {
  const lines = comparisons.flatMap(({ table, same, missing, different, extra }) => [
    `${table}: ${same} the same, ${missing.length} missing, ${different.length} different, ${extra.length} only here`,
    ...named('missing', missing),
    ...named('different', different),
    ...named('only here', extra),
  ]);
  const said = lines.join('\n');
  if (comparisons.length === 0) throw new Error('There is nothing of that name to compare with.');
  if (comparisons.some(({ missing, different }) => missing.length + different.length > 0)) {
    throw new Error(`NOT THE SAME.\n${said}`);
  }
  return said;
}

const MOST_NAMED = 20;

function named(what: string, keys: readonly string[]): string[] {
  const more = keys.length - MOST_NAMED;
  return [
    ...keys.slice(0, MOST_NAMED).map((key) => `  ${what}: ${key}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ];
}

/** Whether an item is one of those that a copy should have: not what has expired, nor what follows from the user pool. */
export function isCompared(table: TableKey, item: RawItem): boolean {
  return !hasExpired(item, Date.now()) && !(table === 'cells' && isAccountList(textOf(item, 'pk')));
}

function isIn(table: TableKey, item: RawItem, roots: ReadonlySet<UnitId> | undefined): boolean {
  if (!isCompared(table, item)) return false;
  if (!roots) return true;
  const owner = ownerOf(table, item);
  return 'root' in owner && roots.has(owner.root) && !(table === 'cells' && isAbove(item));
}

const keyOf = (item: RawItem) => `${textOf(item, 'pk')} ${textOf(item, 'sk')}`;
const digestOf = (item: RawItem) => createHash('sha256').update(lineOf(item)).digest('base64');
