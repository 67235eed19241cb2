/** A row of a CSV file. */
export interface CsvRow {
  /** The line on which it begins, as an editor counts: from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** More columns than any file of ours has: a file of separators would cost a cell for each. */
const MOST_CELLS = 200;

/** How many lines show what separates cells: a title may stand above the head. */
const SAMPLE_LINES = 20;

/**
 * Reads a CSV file (RFC 4180) row by row: who has enough stops reading. Cells are separated by `;`, `,` or a tab, as
 * Excel's line `sep=` says or else as most often in the first lines: spreadsheets here write any of them. Rows without
 * a character are left out.
 *
 * @throws {SyntaxError} for more columns than any file of ours has
 */
export function* csvRows(file: string): Generator<CsvRow> {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const stated = /^"?sep=([;,\t|])"?[;,\t]*(?:\n|$)/i.exec(text);
  const separator = stated?.[1] ?? separatorOf(text.slice(0, 10_000));
  let cells: string[] = [];
  let line = stated ? 2 : 1;
  let number = line;
  for (let at = stated?.[0].length ?? 0; at <= text.length; ) {
    if (cells.length === 0) number = line;
    if (cells.length === MOST_CELLS) throw new SyntaxError('Too many columns');
    const { cell, end } = text.charAt(at) === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
    cells.push(cell);
    for (let found = cell.indexOf('\n'); found >= 0; found = cell.indexOf('\n', found + 1)) line += 1;
    at = end + 1;
    if (text.charAt(end) === separator) continue;
    if (cells.length > 1 || cells[0] !== '') yield { number, cells };
    cells = [];
    line += 1;
  }
}

function separatorOf(beginning: string): string {
  const plain = beginning
    .replace(/"(?:[^"]|"")*"/g, '')
    .split('\n', SAMPLE_LINES)
    .join('\n');
  const count = (separator: string) => plain.split(separator).length;
  return [';', ',', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

interface Cell {
  readonly cell: string;
  /** Where the separator or the end of the line stands. */
  readonly end: number;
}

function plainCell(text: string, start: number, separator: string): Cell {
  let end = start;
  while (end < text.length && text.charAt(end) !== separator && text.charAt(end) !== '\n') end += 1;
  return { cell: text.slice(start, end), end };
}

/** A cell in quotes, in which a quote is doubled. What follows it up to the separator belongs to it. */
function quotedCell(text: string, start: number, separator: string): Cell {
  let cell = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { cell: cell + text.slice(at), end: text.length };
    cell += text.slice(at, quote);
    at = quote + 1;
    if (text.charAt(at) !== '"') break;
    cell += '"';
    at += 1;
  }
  const rest = plainCell(text, at, separator);
  return { cell: cell + rest.cell, end: rest.end };
}
