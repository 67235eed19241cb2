import { type AccountChange, type AccountFault, readChange } from '#shared/access/accounts.ts';
import { isUnread } from '#shared/input/clean-text.ts';
import { type CsvFile, csvFile } from '#shared/input/csv-lines.ts';
import type { UnitId } from '#shared/units/units.ts';

const required = ['change', 'user', 'role', 'unit', 'group'];
/** The address column is missing in files made before accounts had addresses. */
const known = [...required, 'email'];
/** The limit exists because each line takes several calls to the user pool while the browser waits. */
const MOST_LINES = 100;

/** A line of a file, with the number that an editor shows. */
export interface Line {
  readonly number: number;
  readonly change: AccountChange | readonly AccountFault[];
}

/**
 * Reads a file of changes to accounts. Returns `undefined` if the content is not such a file, or something in it could
 * not be read.
 */
export function readFile(text: string, units: ReadonlySet<UnitId>): Line[] | undefined {
  if (isUnread(text)) return undefined;
  try {
    return linesOf(csvFile(text), units);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

function linesOf({ columns, lines }: CsvFile, units: ReadonlySet<UnitId>): Line[] | undefined {
  if (required.some((column) => !columns.includes(column))) return undefined;
  const read: Line[] = [];
  for (const { number, cell } of lines) {
    if (read.length === MOST_LINES) return undefined;
    const typed = Object.fromEntries(known.map((column) => [column, cell(column)]));
    if (Object.values(typed).some(isUnread)) return undefined;
    read.push({ number, change: readChange(typed, units) });
  }
  return read.length > 0 ? read : undefined;
}
