import { cleanLine, isSecret } from '#shared/input/clean-text.ts';
import { csvRows } from '#shared/input/csv-rows.ts';

/** One line of a file: its number as an editor shows it, and its cells by column name. */
export interface CsvLine {
  readonly number: number;
  /** A cell's text as one line (`cleanLine`); empty for a blank cell. */
  cell(name: string): string;
}

/** A CSV file with a head line. */
export interface CsvFile {
  readonly columns: readonly string[];
  /** The lines below the head, read one by one; lines with blanks only are left out. */
  readonly lines: Iterable<CsvLine>;
}

/** @throws {SyntaxError} for more columns than any file of ours has, or two of one name: nobody can tell which counts */
export function csvFile(text: string): CsvFile {
  const rows = csvRows(text);
  const head = rows.next();
  const columns = head.done ? [] : head.value.cells.map(cleanLine);
  const named = columns.filter((column) => column !== '');
  if (new Set(named).size < named.length) throw new SyntaxError('The head line names a column twice');
  return { columns, lines: linesOf(rows, columns) };
}

function* linesOf(rows: ReturnType<typeof csvRows>, columns: readonly string[]): Generator<CsvLine> {
  for (const { number, cells } of rows) {
    const cell = (name: string) => {
      const text = cells[columns.indexOf(name)] ?? '';
      return isSecret(name) ? text.trim() : cleanLine(text);
    };
    if (columns.some((column) => cell(column) !== '')) yield { number, cell };
  }
}
