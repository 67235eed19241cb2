import { parseCsvObjects } from 'hucre/csv';

/** One line of a file: its number as an editor shows it, and its cells by column name. */
export interface CsvLine {
  readonly number: number;
  /** A cell's text, trimmed and composed (NFC); empty for a blank cell. */
  cell(name: string): string;
}

/** Lists everything that is wrong with a file, each with its line. */
export class BadFile extends Error {}

/**
 * Reads a CSV file with a header line. Cells are separated by `;` or `,`: spreadsheets here write either.
 *
 * @param columns the columns that the header must name; it may name more
 * @throws {BadFile} for a file where one of them is missing
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
