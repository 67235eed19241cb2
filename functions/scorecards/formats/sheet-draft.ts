import { type CellStyle, type CellValue, cellRef, type WriteSheet } from 'hucre/xlsx';

/** A sheet while it is drawn up, row by row or cell by cell. Rows and columns count from 0. */
export class SheetDraft {
  readonly name: string;
  private readonly rows: CellValue[][] = [];
  private readonly cells: NonNullable<WriteSheet['cells']> = new Map();
  private readonly merges: NonNullable<WriteSheet['merges']> = [];
  private readonly heights: NonNullable<WriteSheet['rowDefs']> = new Map();

  constructor(name: string) {
    this.name = name;
  }

  /**
   * Writes a row of a long table, each value in the style of its column. The library keeps three times as much of a
   * cell that is put singly, and the sheet of 10,000 cells has a quarter of a million.
   */
  putRow(row: number, values: CellValue[]): void {
    while (this.rows.length < row) this.rows.push([]);
    this.rows[row] = values;
  }

  /** Writes a value. A text stays a text, whatever it begins with. */
  put(row: number, column: number, value: CellValue, style: CellStyle): void {
    this.cells.set(`${row},${column}`, { value, style });
  }

  /** Writes a formula with the result that shows where nothing recalculates, such as in a preview. */
  compute(row: number, column: number, formula: string, result: number | null, style: CellStyle): void {
    // A formula without a number shows a blank, and a blank is a text to the file format.
    this.cells.set(`${row},${column}`, { formula, formulaResult: result ?? '', style });
  }

  /** Writes a formula that gives a text. */
  computeText(row: number, column: number, formula: string, result: string, style: CellStyle): void {
    this.cells.set(`${row},${column}`, { formula, formulaResult: result, style });
  }

  /** Writes one value across columns. Wrapped lines of a joined cell need their height told. */
  join(row: number, from: number, to: number, value: CellValue, style: CellStyle, height?: number): void {
    for (let column = from; column <= to; column++) this.put(row, column, column === from ? value : null, style);
    if (to > from) this.merges.push({ startRow: row, startCol: from, endRow: row, endCol: to });
    if (height) this.setHeight(row, height);
  }

  /** Joins a cell with those below it. */
  joinDown(column: number, from: number, to: number): void {
    this.merges.push({ startRow: from, startCol: column, endRow: to, endCol: column });
  }

  /** Makes a row as high as its texts need in columns so many characters wide: a wrapped text does not do it itself. */
  fitHeight(row: number, texts: readonly (readonly [text: string, width: number])[]): void {
    const lines = Math.max(1, ...texts.map(([text, width]) => Math.ceil(text.length / width)));
    if (lines > 1) this.setHeight(row, 15 * lines);
  }

  /** @param height in points */
  setHeight(row: number, height: number): void {
    this.heights.set(row, { height });
  }

  /**
   * The sheet on A4 landscape, with page numbers.
   *
   * @param layout widths in characters; styles of the columns, for the rows of a long table; how many rows and columns stay in place, on the screen and on every printed page
   */
  finish({ widths, columnStyles = [], fixedRows, fixedColumns = 0, ...rest }: Layout): WriteSheet {
    return {
      name: this.name,
      columns: widths.map((width, at) => ({ width, ...(columnStyles[at] && { style: columnStyles[at] }) })),
      // The library walks through a sheet again in search of links and comments, and keeps it all a second time. There
      // are none, so it may find nothing then: these can be walked once, and let go of what was in them.
      rows: this.rows.values() as unknown as CellValue[][],
      cells: this.cells.entries() as unknown as NonNullable<WriteSheet['cells']>,
      merges: this.merges,
      rowDefs: this.heights,
      freezePane: { rows: fixedRows, columns: fixedColumns },
      view: { showGridLines: false },
      ...rest,
      pageSetup: {
        paperSize: 'a4',
        orientation: 'landscape',
        horizontalCentered: true,
        margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
        ...rest.pageSetup,
      },
    };
  }
}

interface Layout extends Pick<WriteSheet, 'autoFilter' | 'colBreaks' | 'conditionalRules' | 'pageSetup'> {
  readonly widths: readonly number[];
  readonly columnStyles?: readonly CellStyle[];
  readonly fixedRows: number;
  readonly fixedColumns?: number;
}

/** The range between two corners: `A1:C5`. */
export function rangeBetween(fromRow: number, fromColumn: number, toRow: number, toColumn: number): string {
  return `${cellRef(fromRow, fromColumn)}:${cellRef(toRow, toColumn)}`;
}
