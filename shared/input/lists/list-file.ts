import { cleanLine, composed, isUnread, oneLine } from '#shared/input/clean-text.ts';
import { encodingOfFont, fromFont } from '#shared/input/old-fonts.ts';

/** What was done to a cell's text so that it may be stored. */
export type Conversion = 'tcvn3' | 'vni' | 'old-font' | 'nfd' | 'cleaned';
/** What makes a cell worth nothing. */
export type CellFault = 'unread' | 'uncounted' | 'error' | 'too-long';

export interface ListCell {
  /** One line, clean (`cleanLine`); blank for a number. */
  readonly text: string;
  /** As it stands in the file: passwords are that. */
  readonly raw: string;
  readonly number?: number;
  /** The number is a day, counted as Excel does from 1900. */
  readonly isDay?: true;
  /** The number is shown as a percentage: 1 is 100%. */
  readonly isPercent?: true;
  readonly converted?: Conversion;
  readonly fault?: CellFault;
}

export interface ListRow {
  /** As the program that shows the file counts: from 1. */
  readonly number: number;
  /** By column; what is missing is blank. */
  readonly cells: readonly (ListCell | undefined)[];
  readonly isHidden?: true;
}

/** Cells that were merged into one; columns count from 0. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface ListSheet {
  /** Blank for a file without sheets. */
  readonly name: string;
  readonly rows: readonly ListRow[];
  readonly merges: readonly Merge[];
  readonly isHidden?: true;
}

/** A table as somebody made it, CSV or a workbook, before anything in it is understood. */
export interface ListFile {
  readonly sheets: readonly ListSheet[];
  /** Of a file that is not in UTF-8. */
  readonly encoding?: string;
}

/** Longer than any name: a cell of Excel has up to 32,767 characters. */
const LONGEST_CELL = 500;

/** A cell of text, in Unicode and clean; its font says how its letters are meant. */
export function textCell(raw: string, pieces: readonly { readonly text: string; readonly font?: string }[]): ListCell {
  if (raw.length > LONGEST_CELL) return { text: cleanLine(raw.slice(0, 40)), raw: '', fault: 'too-long' };
  const read = pieces.map(({ text, font }) => (font ? fromFont(text, font) : text)).join('');
  const text = cleanLine(read);
  if (isUnread(text)) return { text, raw, fault: 'unread' };
  const font = pieces.find((piece) => piece.font && fromFont(piece.text, piece.font) !== piece.text)?.font;
  const converted = (font && encodingOfFont(font)) || conversionOf(read, text);
  return { text, raw, ...(converted && { converted }) };
}

function conversionOf(raw: string, text: string): Conversion | undefined {
  const line = oneLine(raw);
  if (line === text) return undefined;
  if (oneLine(composed(raw)) === text) return 'nfd';
  return /[\u00a1-\u00ff]/.test(line) && withoutOld(line) !== withoutOld(text) ? 'old-font' : 'cleaned';
}

/** What no conversion of letters changes. */
function withoutOld(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zs}]/gu, '');
}

/** @example columnName(27) //=> 'AB' */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
