import type { Column, Table } from '#shared/documents/block.ts';

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;
type Weight = 'bold' | 'regular';
type PlacedColumn = Column & { readonly x: number; readonly points: number };
/** A row and its position on the page. */
interface PlacedRow {
  readonly texts: readonly string[];
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
): void {
  const parts = columns.reduce((sum, column) => sum + column.width, 0);
  const placed = columns.map((column, at) => ({
    ...column,
    points: place.points,
    x: place.x + (place.width * columns.slice(0, at).reduce((sum, each) => sum + each.width, 0)) / parts,
    width: (place.width * column.width) / parts,
  }));
  const heads = columns.map(({ head }) => head);
  const headHeight = heightOf(doc, placed, heads, 'bold');
  const bottom = doc.page.height - doc.page.margins.bottom;
  if (doc.y + 2 * headHeight > bottom) doc.addPage();

  const byCell = rows.length <= MOST_TAGGED_BY_CELL;
  const table = doc.struct(byCell ? 'Table' : 'Sect');
  parent.add(table);
  for (let next = 0, page = 0; page === 0 || next < rows.length; page++) {
    // A page that lies is followed by one that lies.
    if (page > 0) doc.addPage({ ...doc.options, layout: doc.page.layout as 'portrait' | 'landscape' });
    const head = { texts: heads, y: doc.y, height: headHeight };
    drawGrid(doc, placed, [head], 'bold');
    // A repeated head is for the eye: the document structure contains it once.
    if (page > 0) asArtifact(doc, 'Pagination', () => drawTexts(doc, placed, head, 'bold'));
    else tagRow(doc, table, 'TH', byCell, placed, head);
    const fitting: PlacedRow[] = [];
    let y = head.y + headHeight;
    for (let row = rows[next]; row; row = rows[++next]) {
      const height = heightOf(doc, placed, row, 'regular');
      if (y + height > bottom && fitting.length > 0) break;
      fitting.push({ texts: row, shades: shades?.[next], y, height });
      y += height;
    }
    drawGrid(doc, placed, fitting, 'regular');
    if (byCell) for (const row of fitting) tagRow(doc, table, 'TD', true, placed, row);
    else
      tagText(doc, table, () => {
        for (const row of fitting) drawTexts(doc, placed, row, 'regular');
      });
    doc.y = y;
  }
  table.end();
  doc.x = place.x;
  doc.moveDown(0.5);
}

function tagRow(
  doc: Doc,
  table: Element,
  kind: 'TH' | 'TD',
  byCell: boolean,
  columns: readonly PlacedColumn[],
  row: PlacedRow,
): void {
  const weight = kind === 'TH' ? 'bold' : 'regular';
  if (!byCell) {
    tagText(doc, table, () => drawTexts(doc, columns, row, weight));
    return;
  }
  const tag = doc.struct('TR');
  table.add(tag);
  for (const at of columns.keys()) tag.add(doc.struct(kind, {}, () => drawText(doc, columns, row, at, weight)));
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

function drawGrid(doc: Doc, columns: readonly PlacedColumn[], rows: readonly PlacedRow[], weight: Weight): void {
  if (rows.length === 0) return;
  asArtifact(doc, 'Layout', () => {
    for (const row of rows) fillShades(doc, columns, row);
    for (const { y, height } of rows) for (const { x, width } of columns) doc.rect(x, y, width, height);
    doc.lineWidth(0.5);
    if (weight === 'bold') doc.fillAndStroke('#eeeeee', '#000000').fillColor('#000000');
    else doc.stroke();
  });
}

function fillShades(doc: Doc, columns: readonly PlacedColumn[], { shades = [], y, height }: PlacedRow): void {
  for (const [at, shade] of shades.entries()) {
    const column = columns[at];
    if (shade && column) doc.rect(column.x, y, column.width, height).fill(shade).fillColor('#000000');
  }
}

function drawTexts(doc: Doc, columns: readonly PlacedColumn[], row: PlacedRow, weight: Weight): void {
  for (const at of columns.keys()) drawText(doc, columns, row, at, weight);
}

function drawText(doc: Doc, columns: readonly PlacedColumn[], row: PlacedRow, at: number, weight: Weight): void {
  const column = columns[at] as PlacedColumn;
  const text = row.texts[at] ?? '';
  const [x, y, width] = [column.x + PAD.x, row.y + PAD.y, column.width - 2 * PAD.x];
  const align = weight === 'bold' ? 'center' : column.align;
  doc.font(weight).fontSize(column.points);
  const own = doc.widthOfString(text);
  // Layout takes most of the time of a long table, and most texts need one line only.
  if (own > width) doc.text(text, x, y, { width, align });
  else doc.text(text, x + (width - own) * { left: 0, center: 0.5, right: 1 }[align], y, { lineBreak: false });
}

function heightOf(doc: Doc, columns: readonly PlacedColumn[], texts: readonly string[], weight: Weight): number {
  doc.font(weight).fontSize(columns[0]?.points ?? 0);
  const line = doc.currentLineHeight(true);
  const heights = columns.map((column, at) => {
    const [text, width] = [texts[at] ?? '', column.width - 2 * PAD.x];
    return doc.widthOfString(text) > width ? doc.heightOfString(text, { width }) : line;
  });
  return 2 * PAD.y + Math.max(...heights);
}
