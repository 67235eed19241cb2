import type { Face, PlacedLine, SetLine } from '#functions/pdf/face.ts';
import type { Column, Table } from '#shared/documents/block.ts';

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;
type Weight = 'bold' | 'regular';
type PlacedColumn = Column & { readonly x: number };
/** A row and its position on the page. */
interface PlacedRow {
  /** Of each column. */
  readonly lines: readonly (readonly SetLine[])[];
  readonly shades?: readonly (string | undefined)[] | undefined;
  readonly y: number;
  readonly height: number;
}

const PAD = { x: 3, y: 2 };
/**
 * Above so many rows, each page of the table is tagged as one text, not cell by cell: every tag is an object of the
 * file, and one for each cell would make the list of 10,000 cells too large to send.
 */
const MOST_TAGGED_BY_CELL = 1000;

/** Draws a table with its lines; every page repeats the head. */
export function drawTable(
  doc: Doc,
  parent: Element,
  { columns, rows, shades }: Table,
  place: { readonly x: number; readonly width: number; readonly points: number },
  { bold, regular }: { readonly bold: Face; readonly regular: Face },
): void {
  const parts = columns.reduce((sum, column) => sum + column.width, 0);
  const placed = columns.map((column, at) => ({
    ...column,
    x: place.x + (place.width * columns.slice(0, at).reduce((sum, each) => sum + each.width, 0)) / parts,
    width: (place.width * column.width) / parts,
  }));
  const heads = linesOf(
    bold,
    placed,
    columns.map(({ head }) => head),
  );
  const headHeight = heightOf(bold, heads);
  const bottom = doc.page.height - doc.page.margins.bottom;
  if (doc.y + 2 * headHeight > bottom) doc.addPage();

  const byCell = rows.length <= MOST_TAGGED_BY_CELL;
  const table = doc.struct(byCell ? 'Table' : 'Sect');
  parent.add(table);
  for (let next = 0, page = 0; page === 0 || next < rows.length; page++) {
    // A page that lies is followed by one that lies.
    if (page > 0) doc.addPage({ ...doc.options, layout: doc.page.layout as 'portrait' | 'landscape' });
    const head = { lines: heads, y: doc.y, height: headHeight };
    drawGrid(doc, placed, [head], 'bold');
    // A repeated head is for the eye: the document structure contains it once.
    if (page > 0) asArtifact(doc, 'Pagination', () => drawTexts(bold, placed, [head], 'bold'));
    else if (byCell) tagRow(doc, table, 'TH', bold, placed, head);
    else tagText(doc, table, () => drawTexts(bold, placed, [head], 'bold'));
    const fitting: PlacedRow[] = [];
    let above: Parameters<typeof linesOf>[3];
    let y = head.y + headHeight;
    for (let row = rows[next]; row; row = rows[++next]) {
      const lines = linesOf(regular, placed, row, above);
      above = { texts: row, lines };
      const height = heightOf(regular, lines);
      if (y + height > bottom && fitting.length > 0) break;
      fitting.push({ lines, shades: shades?.[next], y, height });
      y += height;
    }
    drawGrid(doc, placed, fitting, 'regular');
    if (byCell) for (const row of fitting) tagRow(doc, table, 'TD', regular, placed, row);
    else tagText(doc, table, () => drawTexts(regular, placed, fitting, 'regular'));
    doc.y = y;
  }
  table.end();
  doc.x = place.x;
  doc.font('regular').fontSize(place.points).moveDown(0.5);
}

function tagRow(
  doc: Doc,
  table: Element,
  kind: 'TH' | 'TD',
  face: Face,
  columns: readonly PlacedColumn[],
  row: PlacedRow,
): void {
  const tag = doc.struct('TR');
  table.add(tag);
  const weight = kind === 'TH' ? 'bold' : 'regular';
  for (const [at, column] of columns.entries()) {
    tag.add(doc.struct(kind, {}, () => face.draw(placeLines(face, column, row, at, weight))));
  }
  tag.end();
}

function tagText(doc: Doc, table: Element, draw: () => void): void {
  const text = doc.struct('P', {}, draw);
  table.add(text);
  text.end();
}

function asArtifact(doc: Doc, type: 'Layout' | 'Pagination', draw: () => void): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}

/** A head's boxes are filled; those of the other rows are lines across the page and down it, which take less room. */
function drawGrid(doc: Doc, columns: readonly PlacedColumn[], rows: readonly PlacedRow[], weight: Weight): void {
  const [first, last, left, right] = [rows[0], rows.at(-1), columns[0], columns.at(-1)];
  if (!first || !last || !left || !right) return;
  asArtifact(doc, 'Layout', () => {
    for (const row of rows) fillShades(doc, columns, row);
    doc.lineWidth(0.5);
    if (weight === 'bold') {
      for (const { x, width } of columns) doc.rect(x, first.y, width, first.height);
      doc.fillAndStroke('#eeeeee', '#000000').fillColor('#000000');
      return;
    }
    const [bottom, end] = [last.y + last.height, right.x + right.width];
    for (const y of [...rows.map((row) => row.y), bottom]) doc.moveTo(left.x, y).lineTo(end, y);
    for (const x of [...columns.map((column) => column.x), end]) doc.moveTo(x, first.y).lineTo(x, bottom);
    doc.stroke();
  });
}

function fillShades(doc: Doc, columns: readonly PlacedColumn[], { shades = [], y, height }: PlacedRow): void {
  for (const [at, shade] of shades.entries()) {
    const column = columns[at];
    if (shade && column) doc.rect(column.x, y, column.width, height).fill(shade).fillColor('#000000');
  }
}

function drawTexts(face: Face, columns: readonly PlacedColumn[], rows: readonly PlacedRow[], weight: Weight): void {
  face.draw(rows.flatMap((row) => columns.flatMap((column, at) => placeLines(face, column, row, at, weight))));
}

/** The lines of one text of a row. */
function placeLines(
  { lineHeight }: Face,
  column: PlacedColumn,
  row: PlacedRow,
  at: number,
  weight: Weight,
): PlacedLine[] {
  const [left, top, width] = [column.x + PAD.x, row.y + PAD.y, column.width - 2 * PAD.x];
  const share = { left: 0, center: 0.5, right: 1 }[weight === 'bold' ? 'center' : column.align];
  const lines = row.lines[at] ?? [];
  return lines.map((line, nth) => ({ line, x: left + (width - line.width) * share, y: top + nth * lineHeight }));
}

/** @param above the row above: a commune stands in as many rows as it has cells */
function linesOf(
  face: Face,
  columns: readonly PlacedColumn[],
  texts: readonly string[],
  above?: { readonly texts: readonly string[]; readonly lines: PlacedRow['lines'] },
): PlacedRow['lines'] {
  return columns.map(({ width }, at) => {
    const [text, known] = [texts[at] ?? '', above?.lines[at]];
    return known && text === above?.texts[at] ? known : face.fit(text, width - 2 * PAD.x);
  });
}

function heightOf({ lineHeight }: Face, lines: PlacedRow['lines']): number {
  return 2 * PAD.y + lineHeight * Math.max(...lines.map(({ length }) => length));
}
