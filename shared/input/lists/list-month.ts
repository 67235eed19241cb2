import { dayOfSerial, isSerial } from '#shared/input/lists/day-of-serial.ts';
import type { ListCell } from '#shared/input/lists/list-file.ts';
import { withoutMarks } from '#shared/language/without-marks.ts';
import { type Month, monthOf, parseDay, parseMonth } from '#shared/period.ts';

/** Why a cell names no month. */
export type MonthFault = 'no-month' | 'year-only' | 'short-year' | 'day-or-month';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/**
 * Whether a column writes months before days somewhere: then `03/04/2024` in it may mean either.
 *
 * @param cells all cells of the column
 */
export function hasMonthFirst(cells: readonly (ListCell | undefined)[]): boolean {
  return cells.some((cell) => {
    const [, first, second] = numeric.exec(spelling(cell?.text ?? '')) ?? [];
    return Number(first) <= 12 && Number(second) > 12;
  });
}

/**
 * The month that a cell names: by a month, a day or a serial number of Excel, as people write them. Days are before
 * months, as is usual in Vietnam, unless the column says otherwise.
 *
 * @returns `undefined` for a blank cell
 */
export function readListMonth(cell: ListCell | undefined, monthFirst: boolean): Month | MonthFault | undefined {
  if (cell?.number !== undefined) return monthOfNumber(cell.number, cell.isDay === true);
  const text = spelling(cell?.text ?? '');
  if (text === '') return undefined;
  if (/^\d+$/.test(text)) return monthOfNumber(Number(text), false, text);
  return monthOfNumbers(text, monthFirst) ?? monthOfWords(text) ?? 'no-month';
}

function monthOfNumber(number: number, isDay: boolean, digits = String(number)): Month | MonthFault {
  if (isDay || (!digits.startsWith('0') && isSerial(number))) {
    const day = dayOfSerial(number);
    return day ? monthOf(day) : 'no-month';
  }
  if (/^(19|20)\d\d$/.test(digits)) return 'year-only';
  const [, start = '', end = ''] = /^(\d\d)(\d{4})$/.exec(digits) ?? [];
  const read = [parseMonth(`${digits.slice(0, 4)}-${digits.slice(4)}`), parseMonth(`${end}-${start}`)];
  const [one, ...more] = digits.length === 6 ? read.filter((each) => each !== undefined) : [];
  return one && more.length === 0 ? one : 'no-month';
}

function monthOfNumbers(text: string, monthFirst: boolean): Month | MonthFault | undefined {
  const [, year, month = ''] = /^(\d{4})[/.-](\d{1,2})(?:[/.-]\d{1,2})?$/.exec(text) ?? [];
  if (year) {
    const day = /^\d{4}\D\d{1,2}\D(\d{1,2})$/.exec(text)?.[1];
    return monthOfParts(year, month, day) ?? 'no-month';
  }
  const whole = numeric.exec(text);
  if (whole) {
    const [, first = '', second = '', of = ''] = whole;
    if (Number(second) > 12) return monthOfParts(of, first, second) ?? 'no-month';
    if (monthFirst && Number(first) <= 12 && Number(first) !== Number(second)) return 'day-or-month';
    return monthOfParts(of, second, first) ?? 'no-month';
  }
  const local = /^(?:t|th|thg|thang)?\.? ?(\d{1,2}) ?(?:[/.-]|nam)? ?(\d{4})$/.exec(text);
  if (local) return monthOfParts(local[2] ?? '', local[1] ?? '') ?? 'no-month';
  const spoken = /^(?:ngay )?(\d{1,2}) ?(?:thang|thg) ?(\d{1,2})(?:,? ?nam ?|[/., -]+)(\d{4})$/.exec(text);
  if (spoken) return monthOfParts(spoken[3] ?? '', spoken[2] ?? '', spoken[1]) ?? 'no-month';
  if (/^nam (19|20)\d\d$/.test(text)) return 'year-only';
  return /^\d{1,2}[/.-]\d{1,2}([/.-]\d\d)?$/.test(text) ? 'short-year' : undefined;
}

/** Excel writes a month as `Dec-26`, in Vietnamese as `Thg12-26`: the number after it is always the year. */
function monthOfWords(text: string): Month | MonthFault | undefined {
  const named = /^(?:(\d{1,2})[ .-]*)?([a-z]{3,9})\.?,?[ .-]*(?:(\d{1,2}),[ ]*)?(\d{4}|\d\d)$/.exec(text);
  const at = months.indexOf(named?.[2]?.slice(0, 3) ?? '');
  if (named && at >= 0) return monthOfParts(fullYear(named[4] ?? ''), String(at + 1), named[1] ?? named[3]);
  const short = /^(?:t|th|thg|thang)\.? ?(\d{1,2})[/.-](\d\d)$/.exec(text);
  return short ? monthOfParts(fullYear(short[2] ?? ''), short[1] ?? '') : undefined;
}

function fullYear(digits: string): string {
  return digits.length === 2 ? `20${digits}` : digits;
}

/** Of a day that there is, if one is named. */
function monthOfParts(year: string, month: string, day?: string): Month | undefined {
  const found = parseMonth(`${year}-${month.padStart(2, '0')}`);
  if (!found || day === undefined) return found;
  const whole = parseDay(`${found}-${day.padStart(2, '0')}`);
  return whole && monthOf(whole);
}

/** Small letters without marks, and without a time of day or blanks around separators. */
function spelling(text: string): string {
  return withoutMarks(text)
    .toLowerCase()
    .replace(/[ t]\d{1,2}:\d\d(:\d\d(\.\d+)?)?z?$/, '')
    .replace(/ ?([/.-]) ?/g, '$1')
    .trim();
}
