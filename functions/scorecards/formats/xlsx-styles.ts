import type { CellStyle } from 'hucre/xlsx';
import type { TargetBand } from '#shared/scorecards/target-band.ts';

/** Party documents are set in Times New Roman; every style names its font in full, since a part would lose the rest. */
const FONT = { name: 'Times New Roman', size: 11 };
export const defaultFont = FONT;

const line = { style: 'thin', color: { rgb: '7F7F7F' } } as const;
const boxed = { top: line, right: line, bottom: line, left: line };
const shade = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;

export const formats = {
  count: '#,##0',
  rate: '0.0%',
  mean: '0.0',
  decimal: '#,##0.0',
  day: 'dd/mm/yyyy',
  /** A difference of two rates: `+1,2 điểm %`. */
  ratePoints: '+0.0" điểm "%;-0.0" điểm "%;0.0" điểm "%',
  meanPoints: '+0.0;-0.0;0.0',
  countPoints: '+#,##0;-#,##0;0',
} as const;
/** A rate with so many decimals, where one would say that it is at a target that it misses. */
type FineRate = `0.0${'0' | '00' | '000' | '0000' | '00000'}%`;
export type NumberFormat = (typeof formats)[keyof typeof formats] | FineRate;

/** @param percent as it is read: with the decimals that tell it from its target */
export function rateFormat(percent: number | null): NumberFormat {
  const decimals = `${percent ?? ''}`.split('.')[1]?.length ?? 0;
  return decimals < 2 ? formats.rate : (`0.0${'0'.repeat(decimals - 1)}%` as FineRate);
}

const plain = (font: Partial<typeof FONT> & { bold?: boolean; italic?: boolean }, horizontal: 'left' | 'center') =>
  ({ font: { ...FONT, ...font }, alignment: { horizontal, vertical: 'center', wrapText: true } }) satisfies CellStyle;

export const styles = {
  superior: plain({ size: 13 }, 'center'),
  organ: plain({ bold: true, size: 13 }, 'center'),
  star: plain({ size: 13 }, 'center'),
  party: {
    font: { ...FONT, size: 13, bold: true, underline: true },
    alignment: { horizontal: 'center', vertical: 'center' },
  },
  placeAndDay: plain({ italic: true, size: 13 }, 'center'),
  title: plain({ bold: true, size: 14 }, 'center'),
  subtitle: plain({ size: 12 }, 'center'),
  status: plain({ bold: true, italic: true, size: 12 }, 'center'),
  head: { ...plain({ bold: true }, 'center'), border: boxed, fill: shade('E7E6E6') },
  section: { ...plain({ bold: true }, 'left'), border: boxed, fill: shade('F5F5F5') },
  text: { ...plain({}, 'left'), border: boxed },
  strongText: { ...plain({ bold: true }, 'left'), border: boxed },
  centred: { ...plain({}, 'center'), border: boxed },
  note: plain({ italic: true }, 'left'),
} as const satisfies Record<string, CellStyle>;

/** How a missed target looks: bold, slanted and shaded, so that it shows on a grey print too. */
export const missedStyle: CellStyle = { font: { bold: true, italic: true }, fill: shade('F8D7DA') };

/** How the bands of the matrix look: the shades go from light to dark, so that a grey print tells them too. */
export const bandStyles = {
  met: { fill: shade('E7F3EA') },
  near: { fill: shade('FDF0CF') },
  missed: { fill: shade('FBE3E0') },
  far: { font: { bold: true }, fill: shade('F0BAB3') },
} as const satisfies Record<TargetBand, CellStyle>;

const numberStyles = new Map<string, CellStyle>();

/** How a number stands in a table. One style of a kind, however many thousand cells have it. */
export function numberStyle(numFmt: NumberFormat, mark: 'plain' | 'total' | 'missed' = 'plain'): CellStyle {
  const key = `${numFmt} ${mark}`;
  const style = numberStyles.get(key) ?? makeNumberStyle(numFmt, mark);
  numberStyles.set(key, style);
  return style;
}

function makeNumberStyle(numFmt: NumberFormat, mark: 'plain' | 'total' | 'missed'): CellStyle {
  return {
    font: { ...FONT, ...(mark !== 'plain' && { bold: true }), ...(mark === 'missed' && { italic: true }) },
    alignment: { horizontal: 'right', vertical: 'center' },
    border: boxed,
    numFmt,
    ...(mark === 'missed' && { fill: missedStyle.fill }),
  };
}

/** Every style that a rate's own decimals can give it. */
export const rateStyles: readonly CellStyle[] = ['', '0', '00', '000', '0000', '00000'].map((finer) =>
  numberStyle(`0.0${finer}%` as NumberFormat),
);
