import { isUnread } from '#shared/input/clean-text.ts';
import { type CsvLine, csvFile } from '#shared/input/csv-lines.ts';

/** Lists everything that is wrong with a file, each with its line. */
export class BadFile extends Error {}

/**
 * Reads a CSV file with a head line.
 *
 * @param needed the columns that the head must name; it may name more
 * @throws {BadFile} for a file where one of them is missing, or something could not be read
 */
export function csvLines(text: string, needed: readonly string[]): CsvLine[] {
  const { columns, lines: read } = csvFile(text);
  if (columns.some(isUnread)) throw new BadFile('The letters of the file cannot be read: save it as CSV UTF-8.');
  const missing = needed.filter((column) => !columns.includes(column));
  if (missing.length > 0) throw new BadFile(`The head line lacks: ${missing.join(', ')}.`);
  const lines = [...read];
  const unread = lines.filter(({ cell }) => columns.some((column) => isUnread(cell(column))));
  if (unread.length > 0) {
    throw new BadFile(unread.map(({ number }) => `line ${number}: letters that cannot be read`).join('\n'));
  }
  return lines;
}
