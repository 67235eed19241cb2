import { type Piece, readPieces } from '#functions/files/read-pieces.ts';
import { columnAt, readRow, type SheetContext } from '#functions/files/read-row.ts';
import { type Room, unpack } from '#functions/files/unpack.ts';
import { readStyles } from '#functions/files/workbook-styles.ts';
import { attributesOf, xmlTokens } from '#functions/files/xml-tokens.ts';
import { readZip, type ZipEntry } from '#shared/guidance/zip-directory.ts';
import type { ListFile, ListRow, ListSheet, Merge } from '#shared/input/lists/list-file.ts';

/** Why a workbook is not read. */
export type WorkbookFault = 'broken' | 'encrypted' | 'too-large';

/** What the parts that are read may unpack to: a list of 5,000 rows takes 2 to 5 MB. */
const MOST_BYTES = 24 * 1024 * 1024;
/** More than a district has cells. */
const MOST_ROWS = 5000;
const MOST_SHEETS = 40;
const MOST_MERGES = 5000;

/**
 * Reads a workbook (XLSX, ECMA-376) as far as a list needs it: values, not how they are calculated; days; fonts that
 * stand for an encoding. Nothing outside of it is followed, and nothing unpacks further than there is room.
 */
export function readWorkbook(bytes: Uint8Array): ListFile | WorkbookFault {
  const entries = readZip(bytes);
  if (!Array.isArray(entries)) return entries === 'encrypted' ? 'encrypted' : 'broken';
  const parts = new Map((entries as readonly ZipEntry[]).map((entry) => [entry.name.toLowerCase(), entry]));
  const room: Room = { bytes: MOST_BYTES };
  try {
    return { sheets: readSheets((name) => textOf(parts.get(name.toLowerCase()), room)) };
  } catch (error) {
    if (error instanceof TooLargeWorkbook) return 'too-large';
    if (error instanceof SyntaxError) return 'broken';
    throw error;
  }
}

class TooLargeWorkbook extends Error {}

/** A part of the workbook as text; `undefined` if there is none. */
type Part = (name: string) => string | undefined;

function textOf(entry: ZipEntry | undefined, room: Room): string | undefined {
  if (!entry) return undefined;
  const content = unpack(entry, room);
  if (content === 'unpacks-too-big') throw new TooLargeWorkbook();
  if (content === 'broken') throw new SyntaxError('a part that cannot be unpacked');
  const [first, second] = content;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(content);
}

function readSheets(part: Part): ListSheet[] {
  const book =
    [...related('', part)].find(([, { type }]) => type === 'officeDocument')?.[1].target ?? 'xl/workbook.xml';
  const workbook = part(book);
  if (workbook === undefined) throw new SyntaxError('no workbook');
  const parts = related(book, part);
  const ofType = (wanted: string) => [...parts.values()].find(({ type }) => type === wanted)?.target;
  const styles = readStyles(part(ofType('styles') ?? '') ?? '');
  const texts = readTexts(part(ofType('sharedStrings') ?? '') ?? '');
  let is1904 = false;
  const named: { readonly name: string; readonly target: string; readonly isHidden: boolean }[] = [];
  for (const token of xmlTokens(workbook)) {
    if (token.kind !== 'start') continue;
    const of = attributesOf(token.attributes);
    if (token.name === 'workbookPr') is1904 = ['1', 'true'].includes(of.get('date1904') ?? '');
    if (token.name !== 'sheet') continue;
    const target = parts.get(of.get('id') ?? '');
    if (target?.type !== 'worksheet') continue;
    if (named.length === MOST_SHEETS) throw new TooLargeWorkbook();
    named.push({
      name: of.get('name') ?? '',
      target: target.target,
      isHidden: (of.get('state') ?? 'visible') !== 'visible',
    });
  }
  let left = MOST_ROWS;
  return named.map(({ name, target, isHidden }) => {
    if (isHidden) return { name, rows: [], merges: [], isHidden };
    const sheet = readSheet(part(target) ?? '', { texts, styles, is1904 }, left);
    left -= sheet.rows.length;
    return { name, ...sheet };
  });
}

function readSheet(xml: string, context: SheetContext, most: number): Pick<ListSheet, 'rows' | 'merges'> {
  const rows: ListRow[] = [];
  const merges: Merge[] = [];
  const tokens = xmlTokens(xml);
  let last = 0;
  for (const token of tokens) {
    if (token.kind !== 'start') continue;
    if (token.name === 'row') {
      const row = readRow(token, tokens, last + 1, context);
      last = row.number;
      // Programs keep rows that only have a format.
      if (row.cells.length === 0) continue;
      if (rows.length === most) throw new TooLargeWorkbook();
      rows.push(row);
    } else if (token.name === 'mergeCell') {
      const merge = mergeOf(attributesOf(token.attributes).get('ref') ?? '');
      if (merges.length === MOST_MERGES) throw new TooLargeWorkbook();
      if (merge) merges.push(merge);
    }
  }
  return { rows, merges };
}

function mergeOf(ref: string): Merge | undefined {
  const [, left, top, right, bottom] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref) ?? [];
  if (!left || !right) return undefined;
  return { top: Number(top), bottom: Number(bottom), left: columnAt(left), right: columnAt(right) };
}

/** The texts that cells share, with the fonts of their pieces. */
function readTexts(xml: string): SheetContext['texts'] {
  const texts: (readonly Piece[])[] = [];
  const tokens = xmlTokens(xml);
  for (const token of tokens) {
    if (token.kind === 'start' && token.name === 'si') texts.push(token.isEmpty ? [] : readPieces(tokens, 'si'));
  }
  return texts;
}

interface Related {
  readonly type: string;
  readonly target: string;
}

/** What a part names, by the id under which it names it; what lies outside of the file is left out. */
function related(of: string, part: Part): ReadonlyMap<string, Related> {
  const [, folder = '', file = ''] = /^(.*\/)?([^/]*)$/.exec(of) ?? [];
  const found = new Map<string, Related>();
  for (const token of xmlTokens(part(`${folder}_rels/${file}.rels`) ?? '')) {
    if (token.kind !== 'start' || token.name !== 'Relationship') continue;
    const attributes = attributesOf(token.attributes);
    if (attributes.get('TargetMode')?.toLowerCase() === 'external') continue;
    const target = attributes.get('Target') ?? '';
    const { pathname } = URL.parse(target, `zip:///${folder}`) ?? { pathname: '' };
    const type = (attributes.get('Type') ?? '').replace(/^.*\//s, '');
    found.set(attributes.get('Id') ?? '', { type, target: decoded(pathname).slice(1) });
  }
  return found;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
