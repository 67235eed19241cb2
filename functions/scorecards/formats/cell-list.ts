import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre/xlsx';

/** A formula and what it comes to, so that previews, which calculate nothing, show it too. */
export class Formula {
  readonly formula: string;
  readonly result: number | string;

  constructor(formula: string, result: number | string) {
    this.formula = formula;
    this.result = result;
  }
}

/** As many as a sheet can have. */
const MOST_COLUMNS = 16_384;

/**
 * The cells of a sheet in the order in which they were written, in three lists side by side: a map of objects, as the
 * library would have it, takes three times the memory, and the sheet of 10,000 cells has a quarter of a million.
 */
export class CellList {
  /** Row and column as one number. */
  private readonly places: number[] = [];
  private readonly contents: (CellValue | Formula)[] = [];
  private readonly styles: CellStyle[] = [];

  add(row: number, column: number, content: CellValue | Formula, style: CellStyle): void {
    this.places.push(row * MOST_COLUMNS + column);
    this.contents.push(content);
    this.styles.push(style);
  }

  /** As the library walks through its map of cells: that is all it does with it. */
  asMap(): NonNullable<WriteSheet['cells']> {
    return this as unknown as NonNullable<WriteSheet['cells']>;
  }

  *[Symbol.iterator](): Generator<[string, Partial<Cell>]> {
    for (const [at, place] of this.places.entries()) {
      const [content, style] = [this.contents[at] ?? null, this.styles[at] as CellStyle];
      const cell =
        content instanceof Formula
          ? { formula: content.formula, formulaResult: content.result, style }
          : { value: content, style };
      yield [`${Math.floor(place / MOST_COLUMNS)},${place % MOST_COLUMNS}`, cell];
    }
  }
}
