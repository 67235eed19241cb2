import { findHead, folded, type Head, type HeadWords, isBlank } from '#shared/input/lists/head-row.ts';
import {
  columnName,
  type ListCell,
  type ListFile,
  type ListRow,
  type ListSheet,
} from '#shared/input/lists/list-file.ts';

/** A row that is one thing of the list. */
export interface ListRecord {
  readonly sheet: string;
  readonly row: number;
  readonly isHidden?: true;
  /** The heads of the groups in which it stands, the outermost first. */
  readonly groups: readonly string[];
  /** The cell of a field; `undefined` if blank, or if there is no such column. */
  cell(field: string): ListCell | undefined;
  /** Where it stands, as a spreadsheet names it: `F8`, with the sheet if there are several. */
  address(field: string): string;
}

/** A row that is none, and what it is. */
export interface LeftOut {
  readonly sheet: string;
  readonly row: number;
  readonly kind: 'group' | 'subtotal' | 'note';
  readonly text: string;
}

export interface ReadSheet {
  readonly name: string;
  /** None: nothing of the sheet is read. */
  readonly head?: Head;
  readonly isHidden?: true;
}

/** What a list is made of. */
export interface ReadList {
  readonly sheets: readonly ReadSheet[];
  readonly records: readonly ListRecord[];
  readonly leftOut: readonly LeftOut[];
  readonly blank: number;
}

/** What tells a row of the list from others. */
export interface ListKind {
  readonly words: HeadWords;
  /** The field without which nothing is a list. */
  readonly main: string;
  /** Fields of which one makes a row a thing of the list. */
  readonly telling: readonly string[];
  /** Fields in which „the same“ stands for what is above. */
  readonly repeated: readonly string[];
}

const ditto = /^(["”“〃″]|''|,,|nt|n\.t\.?|-+ ?nt ?-+|như trên|như\s+trên)$/i;
const nothing = /^[-–—]+$/;
const roman = /^[ivx]+[.)]?$/i;
const counted = /^\d{1,5}[.)]?$/;
const total = /^(cộng|tổng|tổng cộng|tổng số|total|subtotal|sum)(?=$|[\s:.(])/;
const totals = /^(cong|tong|tong cong|tong so|cong chung|total|subtotal|sum|grand total)$/;

/** What stands below a table: its date, who made it, who signed. */
const closing =
  /^(nguoi lap|nguoi tong hop|t m |tm (dang|ban|bch|btv)|thay mat|k t |bi thu|pho bi thu|noi nhan|ghi chu|luu y|xac nhan|thu truong|note)|\bngay( \d{1,2})? thang( \d{1,2})? nam/;

/** Reads every sheet that has a head row. Group rows, totals and notes are told from what is listed. */
export function readList(file: ListFile, kind: ListKind): ReadList {
  const shown = file.sheets.length > 1;
  const sheets = file.sheets.map((sheet) => ({
    sheet,
    head: sheet.isHidden ? undefined : findHead(sheet, kind.words, kind.main),
  }));
  const read = sheets.flatMap(({ sheet, head }) => (head ? [readSheet(sheet, head, kind, shown)] : []));
  return {
    sheets: sheets.map(({ sheet: { name, isHidden }, head }) => ({
      name,
      ...(head && { head }),
      ...(isHidden && { isHidden }),
    })),
    records: read.flatMap(({ records }) => records),
    leftOut: read.flatMap(({ leftOut }) => leftOut),
    blank: read.reduce((sum, { blank }) => sum + blank, 0),
  };
}

function readSheet(sheet: ListSheet, head: Head, kind: ListKind, shown: boolean) {
  const records: ListRecord[] = [];
  const leftOut: LeftOut[] = [];
  let blank = 0;
  let groups: readonly Group[] = [];
  const above = new Map<string, ListCell>();
  const rows = sheet.rows.filter(({ number }) => number >= head.below);
  const isNumbered = rows.some((row) => counted.test(textOf(cellAt(row, head, 'number'))));
  const tells = kind.telling.some((field) => Object.hasOwn(head.at, field));
  const merged = mergedInto(sheet, rows);
  for (const row of rows) {
    const texts = row.cells.filter((cell) => !isBlank(cell));
    if (texts.length === 0) {
      blank += 1;
      continue;
    }
    if (isHeadAgain(row, head)) continue;
    const cells = new Map(
      Object.keys(head.at).flatMap((field) => {
        const own = cellAt(row, head, field);
        const cell = isBlank(own) && kind.repeated.includes(field) ? merged(row, head.at[field] ?? -1) : own;
        return isBlank(cell) || nothing.test(cell?.text ?? '') ? [] : [[field, cell as ListCell] as const];
      }),
    );
    const what = rowKind(cells, row, { isNumbered, tells }, kind);
    if (what !== 'record') {
      const [text = ''] = texts
        .map(textOf)
        .filter((each) => /\p{L}/u.test(each))
        .sort((a, b) => b.length - a.length);
      leftOut.push({ sheet: sheet.name, row: row.number, kind: what, text });
      if (what === 'group') groups = entered(groups, textOf(cells.get('number')), text);
      continue;
    }
    for (const field of kind.repeated) {
      const own = cells.get(field);
      const before = above.get(field);
      if (own && before && ditto.test(own.text)) cells.set(field, before);
      const now = cells.get(field);
      if (now) above.set(field, now);
    }
    const prefix = shown ? `${sheet.name}!` : '';
    records.push({
      sheet: sheet.name,
      row: row.number,
      ...(row.isHidden && { isHidden: true }),
      groups: groups.map(({ text }) => text),
      cell: (field) => cells.get(field),
      address: (field) => `${prefix}${columnName(head.at[field] ?? head.at[kind.main] ?? 0)}${row.number}`,
    });
  }
  const last = records.at(-1)?.row ?? 0;
  // What heads nothing is no group: it stands below the table.
  const placed = leftOut.map((each) =>
    each.kind === 'group' && each.row > last ? { ...each, kind: 'note' as const } : each,
  );
  return { records, leftOut: placed, blank };
}

function rowKind(
  cells: ReadonlyMap<string, ListCell>,
  row: ListRow,
  { isNumbered, tells: isTold }: { readonly isNumbered: boolean; readonly tells: boolean },
  { main, telling }: ListKind,
): 'record' | LeftOut['kind'] {
  const number = textOf(cells.get('number'));
  if (!isBlank(cells.get('id'))) return 'record';
  const first = textOf(row.cells.find((cell) => !isBlank(cell) && textOf(cell) !== number));
  const isCounted = counted.test(number);
  const isSigned = row.cells.some((cell) => closing.test(folded(textOf(cell))));
  const isTotal = [textOf(cells.get(main)), first, number].some(
    (text) => total.test(text.toLowerCase()) || totals.test(folded(text)),
  );
  if (isTotal && !isCounted) return 'subtotal';
  if (isCounted) return 'record';
  if (isSigned) return 'note';
  const tells = telling.some((field) => cells.has(field));
  if (isNumbered && (roman.test(number) || /^[a-h][.)]?$/i.test(number))) return 'group';
  if (tells && cells.has(main)) return 'record';
  if (tells && [...cells.keys()].filter((field) => field !== 'number').length > 1) return 'record';
  // Where names are all that is read, each is of the list.
  const isNamed = !isNumbered && cells.has(main) && (number !== '' || !isTold);
  return isNamed ? 'record' : 'group';
}

interface Group {
  /** How it is numbered: `I`, `a`, `1`. */
  readonly style: string;
  readonly text: string;
}

/** A group ends every group that is numbered as it is, and what stands within. */
function entered(groups: readonly Group[], number: string, text: string): Group[] {
  const sign = number || (/^([ivx]+|[a-h])[.)]/i.exec(text)?.[1] ?? '');
  const style = roman.test(sign) ? 'roman' : /^[a-h]/i.test(sign) ? 'letter' : 'plain';
  const same = groups.findIndex((group) => group.style === style);
  return [...groups.slice(0, same < 0 ? groups.length : same), { style, text }];
}

/** The head stands once more where a page begins. */
function isHeadAgain({ cells }: ListRow, { columns, at }: Head): boolean {
  const fields = Object.values(at);
  const titles = new Map(columns.map(({ name, title }) => [name, folded(title)]));
  const same = fields.filter((column) => folded(textOf(cells[column])) === titles.get(columnName(column)));
  return same.length === fields.length;
}

function cellAt({ cells }: ListRow, { at }: Head, field: string): ListCell | undefined {
  return Object.hasOwn(at, field) ? cells[at[field] as number] : undefined;
}

function textOf(cell: ListCell | undefined): string {
  return cell?.number === undefined ? (cell?.text ?? '') : String(cell.number);
}

/** The cell that a merge of several rows stands for. */
function mergedInto({ merges }: ListSheet, rows: readonly ListRow[]) {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const tall = merges.filter(({ top, bottom }) => bottom > top);
  return ({ number }: ListRow, column: number): ListCell | undefined => {
    const found = tall.find(
      ({ top, bottom, left, right }) => top < number && number <= bottom && left <= column && column <= right,
    );
    return found && byNumber.get(found.top)?.cells[found.left];
  };
}
