import { type Piece, readPieces } from '#functions/files/read-pieces.ts';
import type { CellStyle } from '#functions/files/workbook-styles.ts';
import { attributesOf, type XmlToken } from '#functions/files/xml-tokens.ts';
import { type ListCell, type ListRow, textCell } from '#shared/input/lists/list-file.ts';

/** What cells of a sheet refer to. */
export interface SheetContext {
  readonly texts: readonly (readonly Piece[])[];
  readonly styles: readonly CellStyle[];
  /** Days are counted from 1904. */
  readonly is1904: boolean;
}

/** A list has a dozen; what stands far to the right belongs to no list. */
const MOST_COLUMNS = 200;
/** Between Excel's two ways to count days. */
const DAYS_TO_1904 = 1462;

type Start = Extract<XmlToken, { kind: 'start' }>;

/**
 * Reads a row up to its end.
 *
 * @param next its number, unless it states another
 */
export function readRow(start: Start, tokens: Iterator<XmlToken>, next: number, context: SheetContext): ListRow {
  const of = attributesOf(start.attributes);
  const number = Number(of.get('r')) || next;
  const isHidden = ['1', 'true'].includes(of.get('hidden') ?? '');
  const cells: (ListCell | undefined)[] = [];
  let column = -1;
  for (let at = start.isEmpty ? { done: true as const } : tokens.next(); !at.done; at = tokens.next()) {
    const token = at.value as XmlToken;
    if (token.kind === 'end' && token.name === 'row') break;
    if (token.kind !== 'start' || token.name !== 'c') continue;
    const attributes = attributesOf(token.attributes);
    const letters = /^[A-Z]+/.exec(attributes.get('r') ?? '')?.[0];
    column = letters ? columnAt(letters) : column + 1;
    const cell = token.isEmpty ? undefined : readCell(attributes, tokens, context);
    if (cell && column < MOST_COLUMNS) cells[column] = cell;
  }
  return { number, cells, ...(isHidden && { isHidden }) };
}

/** @example columnAt('AB') //=> 27 */
export function columnAt(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function readCell(
  attributes: ReadonlyMap<string, string>,
  tokens: Iterator<XmlToken>,
  { texts, styles, is1904 }: SheetContext,
): ListCell | undefined {
  const style = styles[Number(attributes.get('s') ?? 0)];
  const type = attributes.get('t') ?? 'n';
  let value = '';
  let [isValue, isFormula] = [false, false];
  let pieces: readonly Piece[] | undefined;
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const token = next.value;
    if (token.kind === 'text') {
      if (isValue) value += token.text;
    } else if (token.kind === 'start') {
      if (token.name === 'is' && !token.isEmpty) pieces = readPieces(tokens, 'is');
      if (token.name === 'v') isValue = !token.isEmpty;
      if (token.name === 'f') isFormula = true;
    } else {
      if (token.name === 'v') isValue = false;
      if (token.name === 'c') break;
    }
  }
  if (type === 's') pieces = texts[Number(value)] ?? [];
  const font = style?.font;
  if (pieces || type === 'str') return textOf(pieces ?? [{ text: value }], font);
  // A formula's value is what was calculated last; a program that calculates nothing leaves none.
  if (value === '') return isFormula ? { text: '', raw: '', fault: 'uncounted' } : undefined;
  if (type === 'e') return { text: value.slice(0, 20), raw: '', fault: 'error' };
  if (type === 'd') return textOf([{ text: value.slice(0, 10) }], undefined);
  if (type === 'b') return textOf([{ text: value === '1' ? 'x' : '' }], undefined);
  const number = Number(value);
  if (!Number.isFinite(number)) return textOf([{ text: value }], font);
  const isDay = style?.isDay === true;
  const shift = isDay && is1904 ? DAYS_TO_1904 : 0;
  return {
    text: '',
    raw: value,
    number: number + shift,
    ...(isDay && { isDay }),
    ...(style?.isPercent && { isPercent: true as const }),
  };
}

function textOf(pieces: readonly Piece[], font: string | undefined): ListCell | undefined {
  const raw = pieces.map(({ text }) => text).join('');
  if (raw === '') return undefined;
  // Words that were cut into pieces of one font are one.
  const joined: Piece[] = [];
  for (const { text, font: own = font } of pieces) {
    const last = joined.at(-1);
    if (last && last.font === own) joined[joined.length - 1] = { ...last, text: last.text + text };
    else joined.push({ text, ...(own && { font: own }) });
  }
  return textCell(raw, joined);
}
