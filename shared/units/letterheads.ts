import type { Source } from '#shared/norms/regimes.ts';
import { type Month, standsIn } from '#shared/period.ts';
import { parentOf, type UnitId } from '#shared/units/units.ts';

/** The measures of a Party document on A4. */
export interface Layout {
  /** In millimetres. */
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** In millimetres: how far the first line of a paragraph stands in. */
  readonly indent: number;
  /** In points: the text and its lines, the Party's name, the kind of document; receivers, notes and tables are small. */
  readonly points: Readonly<Record<'text' | 'line' | 'party' | 'kind' | 'small', number>>;
  /** Until which month its number has a 0 before it, in the words of a day: January and February. */
  readonly paddedMonths: number;
  /** How many digits the number of a document has at least. */
  readonly numberDigits: number;
}

/** 36-HD/VPTW (2018). */
const layoutOf2018: Layout = {
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  indent: 10,
  points: { text: 14, line: 19, party: 15, kind: 16, small: 12 },
  paddedMonths: 2,
  numberDigits: 2,
};

/** 05-HD/VPTW (27/05/2026): as far as is known, its measures are those of 2018. */
const layoutOf2026: Layout = { ...layoutOf2018 };

/** The names of the organs that sign, and the layout of their documents. */
interface Letterhead {
  readonly from: Month;
  readonly to?: Month;
  readonly sources: readonly Source[];
  readonly layout: Layout;
  /** The committee's board that is responsible for cell meetings; communes had none before 2025-07. */
  readonly boards: { readonly district: string; readonly commune?: string };
}

/**
 * Every letterhead, oldest first. They change on other days than the regimes: the organs changed with the two-level
 * government of 2025-07-01, the layout with 05-HD/VPTW (27/05/2026).
 */
export const letterheads: readonly Letterhead[] = [
  {
    from: '2019-03' as Month,
    to: '2025-06' as Month,
    sources: [{ number: '36-HD/VPTW', date: '2018' }],
    layout: layoutOf2018,
    boards: { district: 'BAN TỔ CHỨC' },
  },
  {
    from: '2025-07' as Month,
    to: '2026-05' as Month,
    sources: [
      { number: '36-HD/VPTW', date: '2018' },
      { number: '299-QĐ/TW', date: '2025-06-09' },
    ],
    layout: layoutOf2018,
    boards: { district: 'BAN TỔ CHỨC', commune: 'BAN XÂY DỰNG ĐẢNG' },
  },
  {
    from: '2026-06' as Month,
    sources: [
      { number: '05-HD/VPTW', date: '2026-05-27' },
      { number: '299-QĐ/TW', date: '2025-06-09' },
    ],
    layout: layoutOf2026,
    boards: { district: 'BAN TỔ CHỨC', commune: 'BAN XÂY DỰNG ĐẢNG' },
  },
];

/** The letterhead of a document about a month. @throws {RangeError} for a month before the first one */
export function letterheadIn(month: Month): Letterhead {
  const found = letterheads.find((each) => standsIn(month, each));
  if (!found) throw new RangeError(`No letterhead covers ${month}`);
  return found;
}

/** Kinds of units whose committee does not have the unit's full name; all others have a `Đảng ủy`. */
const committees = [
  ['huyện ', 'HUYỆN ỦY '],
  ['thị xã ', 'THỊ ỦY '],
  ['quận ', 'QUẬN ỦY '],
  ['thành phố ', 'THÀNH ỦY '],
  ['tỉnh ', 'TỈNH ỦY '],
] as const;

/** @example committeeOf('huyện Hiệp Hòa') //=> 'HUYỆN ỦY HIỆP HÒA' */
export function committeeOf(unitName: string): string {
  const found = committees.find(([kind]) => unitName.startsWith(kind));
  const name = found ? found[1] + unitName.slice(found[0].length) : `ĐẢNG ỦY ${unitName}`;
  return name.toLocaleUpperCase('vi');
}

/**
 * The lines on the left of a document: the committee and, where there is one, the board that issues it.
 *
 * @example organsOf({ unit: 'hiep-hoa', name: 'huyện Hiệp Hòa', month: '2021-02' }) //=> ['HUYỆN ỦY HIỆP HÒA', 'BAN TỔ CHỨC']
 */
export function organsOf(of: { readonly unit: UnitId; readonly name: string; readonly month: Month }): string[] {
  const { boards } = letterheadIn(of.month);
  const board = parentOf(of.unit) === undefined ? boards.district : boards.commune;
  return [committeeOf(of.name), ...(board ? [board] : [])];
}
