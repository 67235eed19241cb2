import { parseCsvObjects } from 'hucre/csv';

/** One line of a file: its number as an editor shows it, and its cells by the names in the head line. */
export interface CsvLine {
  readonly number: number;
  /** A cell's text, trimmed and composed (NFC); a blank one is empty. */
  cell(name: string): string;
}

/** What is wrong with a file, all of it at once, each with its line. */
export class BadFile extends Error {}

/**
 * Reads a CSV file with a head line; `;` or `,` between cells, as spreadsheets here write either.
 *
 * @param columns what the head line must name; it may name more
 * @throws {BadFile} for a file that lacks one of them
 */
export function csvLines(text: string, columns: readonly string[]): CsvLine[] {
  const { data, headers } = parseCsvObjects(text.replaceAll('\r\n', '\n'), { header: true });
  const missing = columns.filter((column) => !headers.includes(column));
  if (missing.length > 0) throw new BadFile(`The head line lacks: ${missing.join(', ')}.`);
  return data
    .map((cells, at) => ({
      number: at + 2,
      cell: (name: string) =>
        String(cells[name] ?? '')
          .normalize('NFC')
          .trim(),
    }))
    .filter(({ cell }) => columns.some((column) => cell(column) !== ''));
}
