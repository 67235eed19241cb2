import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';

/** A cell of a workbook in a font; the letters are as that font draws them. */
export interface InFont {
  readonly text: string;
  readonly font: string;
}

export type Written = CellValue | InFont | undefined;

/** A sheet with these rows. */
export function sheetOf(
  name: string,
  rows: readonly (readonly Written[])[],
  more: Partial<WriteSheet> = {},
): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const [row, written] of rows.entries()) {
    for (const [column, each] of written.entries()) {
      if (!isInFont(each)) continue;
      cells.set(`${row},${column}`, { value: each.text, style: { font: { name: each.font } } });
    }
  }
  const values = rows.map((written) => written.map((each) => (isInFont(each) ? each.text : (each ?? null))));
  return { name, rows: values, cells, ...more };
}

/** A workbook as a spreadsheet program stores it. */
export function workbookOf(...sheets: readonly WriteSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [...sheets] });
}

function isInFont(each: Written): each is InFont {
  return typeof each === 'object' && each !== null && 'font' in each;
}
