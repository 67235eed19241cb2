import { columnName, type ListCell, type ListRow, type ListSheet } from '#shared/input/lists/list-file.ts';
import { withoutMarks } from '#shared/language/without-marks.ts';

/** By field, what the head of its column may say: small letters without marks. */
export type HeadWords = Readonly<Record<string, readonly string[]>>;

export interface Column {
  /** `F`. */
  readonly name: string;
  /** As the head says. */
  readonly title: string;
  /** What the column is read as; none if it is not read. */
  readonly field?: string;
}

export interface Head {
  /** The first row below it. */
  readonly below: number;
  readonly row: number;
  readonly columns: readonly Column[];
  /** The place of each field's column. */
  readonly at: Readonly<Record<string, number>>;
}

/** Titles and signatures of organs stand above the head, but not a page of them. */
const LAST_HEAD = 60;

/**
 * Finds the row that says what the columns are, by its words, in any case, with marks or none, with or without titles
 * above. It may be two rows, where one column stands for several.
 *
 * @param main the field without which nothing is a list
 */
export function findHead(sheet: ListSheet, words: HeadWords, main: string): Head | undefined {
  for (const [at, row] of sheet.rows.slice(0, LAST_HEAD).entries()) {
    const one = columnsOf([titlesOf(row)], words);
    if (!Object.hasOwn(one.at, main) || Object.keys(one.at).length < 2) continue;
    const next = sheet.rows[at + 1];
    const isSecond = next !== undefined && isSubHead(next, one.at, main);
    const columns = isSecond ? columnsOf([spread(titlesOf(row), row, sheet), titlesOf(next)], words) : one;
    const rows = sheet.rows.slice(at + (isSecond ? 2 : 1));
    // Forms number their columns below the head.
    const skipped = rows[0] && isNumbering(rows[0]) ? rows[1] : rows[0];
    return { ...columns, row: row.number, below: skipped?.number ?? Number.POSITIVE_INFINITY };
  }
  return undefined;
}

/** Small letters without marks, words apart by one blank. */
export function folded(text: string): string {
  return withoutMarks(text)
    .toLowerCase()
    .replace(/[^a-z0-9#]+/g, ' ')
    .trim();
}

type Titles = readonly string[];

function titlesOf({ cells }: ListRow): Titles {
  return Array.from(cells, (cell) => cell?.text ?? '');
}

/** A merged title stands for each of its columns. */
function spread(titles: Titles, { number }: ListRow, { merges }: ListSheet): Titles {
  const wide = [...titles];
  for (const { top, bottom, left, right } of merges) {
    if (top > number || bottom < number) continue;
    for (let at = left + 1; at <= Math.min(right, 200); at += 1) wide[at] ||= titles[left] ?? '';
  }
  return Array.from(wide, (title) => title ?? '');
}

function columnsOf([upper = [], lower = []]: readonly Titles[], words: HeadWords): Pick<Head, 'columns' | 'at'> {
  const titles = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [above = '', below = ''] = [upper[column], lower[column]];
    return {
      column,
      title: [...new Set([above, below])].filter(Boolean).join(' – '),
      says: [below, `${above} ${below}`, above],
    };
  });
  const at: Record<string, number> = {};
  const taken = new Set<number>();
  // The surest word first: of „Đơn vị“ and „Tên chi bộ“ the second names a cell, so that the first is its commune.
  for (const { column, field } of titles.flatMap((each) => meanings(each, words)).sort((a, b) => a.doubt - b.doubt)) {
    if (taken.has(column) || Object.hasOwn(at, field)) continue;
    at[field] = column;
    taken.add(column);
  }
  const fieldOf = new Map(Object.entries(at).map(([field, column]) => [column, field]));
  const columns = titles.map(({ column, title }): Column => {
    const field = fieldOf.get(column);
    return { name: columnName(column), title, ...(field !== undefined && { field }) };
  });
  return { columns: columns.filter(({ title }) => title !== ''), at };
}

interface Meaning {
  readonly column: number;
  readonly field: string;
  /** The smaller, the surer. */
  readonly doubt: number;
}

/** The whole title is a field's word, or what stands before a bracket is, or it begins with a field's longer word. */
function meanings({ column, says }: { readonly column: number; readonly says: Titles }, words: HeadWords): Meaning[] {
  const [title = ''] = says.filter((each) => each.trim() !== '');
  return says.flatMap((each, level) => {
    const whole = each.normalize('NFC').toLowerCase().trim();
    const [text, short] = [folded(each), folded(each.replace(/[(:*].*$/s, ''))];
    if (text === '' && whole === '') return [];
    return Object.entries(words).flatMap(([field, list]) => {
      const exact = list.indexOf(whole);
      const same = list.findIndex((word) => word === text || word === short);
      const begins = list.findIndex((word) => word.includes(' ') && text.startsWith(`${word} `));
      const found = [exact, same, begins].findIndex((index) => index >= 0);
      if (found < 0) return [];
      const index = [exact, same, begins][found] ?? 0;
      return [{ column, field, doubt: (each === title ? 0 : level * 10) + found * 100 + index }];
    });
  });
}

function isSubHead({ cells }: ListRow, at: Readonly<Record<string, number>>, main: string): boolean {
  const filled = [...cells.entries()].filter(([, cell]) => cell && !isBlank(cell));
  const isHead = (column: number) => column === at[main] || column === at['number'] || column === at['id'];
  return filled.length > 1 && filled.every(([column, cell]) => !isHead(column) && isWord(cell));
}

function isWord(cell: ListCell | undefined): boolean {
  return cell?.number === undefined && /\p{L}{2}/u.test(cell?.text ?? '');
}

/** `1 2 3 4`, or `A B 1 2`: signs alone, whose numbers follow each other. */
function isNumbering({ cells }: ListRow): boolean {
  const marks = cells.flatMap((cell) => (isBlank(cell) ? [] : [cell?.text || String(cell?.number)]));
  const signs = marks.map((mark) => /^\(?(\d{1,2}|[a-z])\)?$/i.exec(mark)?.[1]);
  const numbers = signs.map(Number).filter((number) => !Number.isNaN(number));
  const follow = numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
  return marks.length > 2 && numbers.length > 1 && follow && !signs.includes(undefined);
}

export function isBlank(cell: ListCell | undefined): boolean {
  return cell === undefined || (cell.number === undefined && cell.text === '' && cell.fault === undefined);
}
