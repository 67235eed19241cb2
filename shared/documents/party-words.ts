import type { Line } from '#shared/documents/block.ts';
import type { Day } from '#shared/period.ts';
import type { Layout } from '#shared/units/letterheads.ts';

/**
 * A day in the words of a Party document, which pads days below 10, and of the months only January and February.
 *
 * @example longDay('2021-02-03', layout) //=> 'ngày 03 tháng 02 năm 2021'
 */
export function longDay(day: Day, { paddedMonths }: Pick<Layout, 'paddedMonths'>): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  return `ngày ${date} tháng ${Number(month) <= paddedMonths ? month : Number(month)} năm ${year}`;
}

/** Where a document is signed: the unit's name without its kind. */
export function placeOf(name: string): string {
  return name.replace(/^\p{Ll}[\p{Ll}\s]*\s(?=\p{Lu})/u, '');
}

/**
 * A document's number with its signs, without a colon; room for the number where none is given yet.
 *
 * @example numberWords(5, 'NQ/CB', layout) //=> 'Số 05-NQ/CB'
 */
export function numberWords(
  number: number | undefined,
  signs: string,
  { numberDigits }: Pick<Layout, 'numberDigits'>,
): string {
  return `Số ${number === undefined ? '      ' : String(number).padStart(numberDigits, '0')}-${signs}`;
}

interface Head {
  /** The superior organ first, and the one that writes last. */
  readonly organs: readonly string[];
  readonly number: string;
  readonly place: string;
  readonly day: Day;
}

/** The block that a Party document begins with: the organs and the number, the Party, the place and the day. */
export function partyHead(
  { organs, number, place, day }: Head,
  layout: Layout,
): { readonly left: readonly Line[]; readonly right: readonly Line[] } {
  return {
    left: [
      ...organs.map((text, at): Line => ({ text, ...(at === organs.length - 1 && { font: 'bold' }) })),
      { text: '*' },
      { text: number },
    ],
    right: [
      { text: 'ĐẢNG CỘNG SẢN VIỆT NAM', font: 'bold', points: layout.points.party, underline: true },
      { text: `${place}, ${longDay(day, layout)}`, font: 'italic' },
    ],
  };
}

/** A document's kind and what it is about. */
export function titleLines(kind: string, about: string, layout: Layout): readonly Line[] {
  return [{ text: kind, font: 'bold', points: layout.points.kind }, { text: about, font: 'bold' }, { text: '-----' }];
}
