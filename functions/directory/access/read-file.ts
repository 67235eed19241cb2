import { type FileFault, readListFile } from '#functions/files/read-list-file.ts';
import { type AccountChange, type AccountFault, fieldAt } from '#shared/access/accounts.ts';
import { readAccountList } from '#shared/access/lists/read-account-list.ts';
import type { Unit } from '#shared/units/units.ts';

/** The limit exists because each line takes several calls to the user pool while the browser waits. */
const MOST_LINES = 100;

/** A line of a file, with the number that an editor shows. */
export interface Line {
  readonly number: number;
  readonly change: AccountChange | readonly AccountFault[];
  /** The cell in which a fault stands. */
  readonly cellOf?: (fault: AccountFault) => string;
}

/**
 * Reads a file of changes to accounts. Returns why not, or `bad-file` if the content is not such a file, or something in
 * it could not be read.
 */
export function readFile(bytes: Uint8Array, units: readonly Unit[]): Line[] | FileFault | 'bad-file' {
  const file = readListFile(bytes);
  if (typeof file === 'string') return file;
  const rows = readAccountList(file, units);
  if (!rows || rows.length === 0 || rows.length > MOST_LINES) return 'bad-file';
  if (rows.some(({ unread }) => unread.length > 0)) return 'bad-file';
  return rows.map(({ number, change, address }) => ({
    number,
    change,
    cellOf: (fault) => address(fieldAt(fault) ?? 'change'),
  }));
}
