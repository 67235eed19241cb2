import { type CellStyle, type CellValue, cellRef, type WriteSheet } from 'hucre/xlsx';
import type { SheetBody } from '#functions/scorecards/formats/sheet-body.ts';
import type { DraftedSheet } from '#functions/scorecards/formats/write-workbook.ts';

/** A sheet while it is drawn up, row by row or cell by cell. Rows and columns count from 0. */
export class SheetDraft {
  readonly name: string;
  private readonly cells: NonNullable<WriteSheet['cells']> = new Map();
  private readonly merges: NonNullable<WriteSheet['merges']> = [];
  private readonly heights: NonNullable<WriteSheet['rowDefs']> = new Map();
  private body: SheetBody | undefined;

  constructor(name: string) {
    this.name = name;
  }

  /** Leaves the rows of a long table to be written when their turn comes. At least one row stands below them. */
  fill(body: SheetBody): void {
    this.body = body;
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

  /** @param height in points */
  setHeight(row: number, height: number): void {
    this.heights.set(row, { height });
  }

  /**
   * The sheet on A4 landscape, with page numbers.
   *
   * @param layout widths in characters; how many rows and columns stay in place, on the screen and on every printed page
   */
  finish({ widths, fixedRows, fixedColumns = 0, ...rest }: Layout): DraftedSheet {
    return {
      name: this.name,
      columns: widths.map((width) => ({ width })),
      cells: this.cells,
      merges: this.merges,
      rowDefs: this.heights,
      freezePane: { rows: fixedRows, columns: fixedColumns },
      view: { showGridLines: false },
      ...(this.body && { body: this.body }),
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
  readonly fixedRows: number;
  readonly fixedColumns?: number;
}

/**
 * How high a row must be for its texts in columns so many characters wide, in points: a wrapped text does not do it
 * itself. `undefined` where a line is enough.
 */
export function heightFor(texts: readonly (readonly [text: string, width: number])[]): number | undefined {
  const lines = Math.max(...texts.map(([text, width]) => Math.ceil(text.length / width)));
  return lines > 1 ? 15 * lines : undefined;
}

/** The range between two corners: `A1:C5`. */
export function rangeBetween(fromRow: number, fromColumn: number, toRow: number, toColumn: number): string {
  return `${cellRef(fromRow, fromColumn)}:${cellRef(toRow, toColumn)}`;
}
