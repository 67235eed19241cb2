import { parseCsvObjects } from 'hucre/csv';
import { type AccountChange, type AccountFault, readChange } from '#shared/access/accounts.ts';
import type { UnitId } from '#shared/units/units.ts';

const required = ['change', 'user', 'role', 'unit', 'group'];
/** The address column is missing in files made before accounts had addresses. */
const columns = [...required, 'email'];
/** The limit exists because each line takes several calls to the user pool while the browser waits. */
const MOST_LINES = 100;

/** A line of a file, with the number that an editor shows. */
export interface Line {
  readonly number: number;
  readonly change: AccountChange | readonly AccountFault[];
}

/** Reads a file of changes to accounts. Returns `undefined` if the content is not such a file. */
export function readFile(text: string, units: ReadonlySet<UnitId>): Line[] | undefined {
  // Decoding turns invalid UTF-8 into U+FFFD, and no text contains a NUL.
  if (/[\uFFFD\0]/.test(text)) return undefined;
  const { data, headers } = parseCsvObjects(text.replaceAll('\r\n', '\n'), { header: true });
  if (required.some((column) => !headers.includes(column))) return undefined;
  const lines = data
    .map((cells, at) => {
      const typed = Object.fromEntries(columns.map((column) => [column, String(cells[column] ?? '')]));
      return { number: at + 2, typed };
    })
    .filter(({ typed }) => Object.values(typed).some((cell) => cell.trim() !== ''));
  if (lines.length === 0 || lines.length > MOST_LINES) return undefined;
  return lines.map(({ number, typed }) => ({ number, change: readChange(typed, units) }));
}
