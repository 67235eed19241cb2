import { env } from '#functions/env.ts';
import { type TableKey, tables } from '#functions/store/tables.ts';

/**
 * What a table of this function is called.
 *
 * @throws {Error} for a table that the function was not told of
 */
export function tableName(key: TableKey): string {
  return env(tables[key].variable);
}
