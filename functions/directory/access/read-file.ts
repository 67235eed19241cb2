import { parseCsvObjects } from 'hucre/csv';
import { type AccountChange, type AccountFault, readChange } from '#shared/access/accounts.ts';
import type { UnitId } from '#shared/units/units.ts';

const required = ['change', 'user', 'role', 'unit', 'group'];
/** Files made before there were addresses lack that column. */
const columns = [...required, 'email'];
/** Each line takes some calls of the user pool, and the browser waits. */
const MOST_LINES = 100;

/** A line of a file, by its number as an editor shows it. */
export interface Line {
  readonly number: number;
  readonly change: AccountChange | readonly AccountFault[];
}

/** Reads a file of changes to accounts; `undefined` for what is not such a file, whatever its name says. */
export function readFile(text: string, units: ReadonlySet<UnitId>): Line[] | undefined {
  // A byte that is no UTF-8 was read as U+FFFD; a NUL stands in no text.
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
