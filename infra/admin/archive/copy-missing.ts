import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TableKey, TableNames } from '#functions/store/tables.ts';
import { compared, isCompared, type Other } from '#infra/admin/archive/compare.ts';
import { forEachAtOnce, putRaw } from '#infra/admin/archive/raw-tables.ts';

/** What became of a table's items: put where nothing stood, there already, or there otherwise, which is left alone. */
export interface Copied {
  readonly table: TableKey;
  readonly put: number;
  readonly same: number;
  readonly other: number;
}

const AT_ONCE = 16;

/**
 * Puts back what the system lacks, from tables that were restored beside its own. What stands is never overwritten: it may
 * be newer. A command that was stopped is given again.
 */
export async function copyMissing(
  { client, tables }: { readonly client: DynamoDBClient; readonly tables: TableNames },
  from: Other,
): Promise<readonly Copied[]> {
  const all: Copied[] = [];
  for (const table of compared) {
    const items = from.items(table);
    if (!items) continue;
    const count = { put: 0, same: 0, other: 0 };
    await forEachAtOnce(items, AT_ONCE, async (item) => {
      if (isCompared(table, item)) count[await putRaw(client, tables[table], item)] += 1;
    });
    all.push({ table, ...count });
  }
  return all;
}

/** What the operator is told. @throws {Error} if there were no such tables */
export function sayCopied(copied: readonly Copied[]): string {
  if (copied.length === 0) throw new Error('There are no tables of that name: nothing was put back.');
  return copied
    .map(({ table, put, same, other }) => `${table}: ${put} put back, ${same} there already, ${other} there otherwise`)
    .join('\n');
}
