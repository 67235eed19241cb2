import PDFDocument from 'pdfkit';
import { fontBytes, fonts } from '#functions/documents/fonts.ts';
import { drawTable } from '#functions/documents/pdf-table.ts';
import type { Block, Line } from '#shared/documents/block.ts';
import type { Layout } from '#shared/units/letterheads.ts';

/** One millimetre in points. */
const MM = 72 / 25.4;
/** What stands under one heading, or beside a signature, is not torn from it. In millimetres. */
const KEPT = { heading: 30, signatures: 55 } as const;

type Place = { readonly x: number; readonly width: number };
type Align = 'left' | 'center' | 'justify';

/** What a document says of itself, whatever writes it. */
export interface Frame {
  readonly title: string;
  readonly at: Date;
  readonly layout: Layout;
  /** The text at the foot of every page. */
  readonly footer: string;
  /** Of tables, where they are so wide that the layout's small size is too large. */
  readonly tablePoints?: number;
}

/** Writes a document as PDF: A4, tagged for screen readers, with page numbers from the second page on. */
export async function writePdf(blocks: readonly Block[], frame: Frame): Promise<Uint8Array> {
  const draft = new PdfDraft(frame);
  for (const block of blocks) draft.draw(block);
  return draft.finish();
}

class PdfDraft {
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly chunks: Buffer[] = [];
  private readonly layout: Layout;
  private readonly tablePoints: number;
  private pages = 0;

  constructor({ title, at, layout, footer, tablePoints = layout.points.small }: Frame) {
    const { top, bottom, left, right } = layout.margins;
    this.layout = layout;
    this.tablePoints = tablePoints;
    this.doc = new PDFDocument({
      size: 'A4',
      margins: { top: top * MM, bottom: bottom * MM, left: left * MM, right: right * MM },
      pdfVersion: '1.7',
      tagged: true,
      lang: 'vi-VN',
      displayTitle: true,
      autoFirstPage: false,
      // No font: the default has no Vietnamese letters, and a font given here is read again at every change.
      font: null as unknown as string,
      info: { Title: title, Creator: 'Sổ Chi Bộ', Producer: 'Sổ Chi Bộ', CreationDate: at },
    });
    for (const font of fonts) this.doc.registerFont(font, fontBytes(font) as Buffer);
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.doc.on('pageAdded', () => this.drawMargins(footer));
    this.doc.addPage();
  }

  draw(block: Block): void {
    const { text } = this.layout.points;
    if ('heading' in block) this.heading(block.heading);
    else if ('text' in block) this.paragraph(block.text, text, 'justify');
    else if ('note' in block) this.paragraph(block.note, this.layout.points.small, 'left');
    else if ('blank' in block) for (let at = 0; at < block.blank; at++) this.dots();
    else if ('centred' in block) for (const line of block.centred) this.line(line, this.place(), 'center');
    else if ('left' in block) this.columns(block);
    else if ('page' in block) this.doc.addPage();
    else drawTable(this.doc, this.root, block, { ...this.place(), points: this.tablePoints });
  }

  async finish(): Promise<Uint8Array> {
    const done = new Promise<void>((resolve, reject) => this.doc.on('end', resolve).on('error', reject));
    this.root.end();
    this.doc.end();
    await done;
    return Buffer.concat(this.chunks);
  }

  /** The width between the margins, or a part of it. */
  private place(from = 0, to = 1): Place {
    const { left, right } = this.doc.page.margins;
    const width = this.doc.page.width - left - right;
    return { x: left + width * from, width: width * (to - from) };
  }

  /** Draws one line at a place; what follows goes below it. */
  private line({ text, font, points = this.layout.points.text, underline }: Line, place: Place, align: Align): void {
    const { x, width } = place;
    this.tagged('P', () => {
      this.doc
        .font(font ?? 'regular')
        .fontSize(points)
        // An empty line is room for a hand.
        .text(text || ' ', x, this.doc.y, { width, align, underline: underline ?? false });
    });
  }

  /** Draws two columns from one height on, on one page. */
  private columns({ left, right, signed }: Extract<Block, { readonly left: unknown }>): void {
    const { doc } = this;
    if (signed) {
      this.keepTogether(KEPT.signatures);
      doc.moveDown(1);
    }
    const top = doc.y;
    for (const line of left) this.line(line, this.place(0, 0.46), signed ?? 'center');
    const below = doc.y;
    doc.y = top;
    for (const line of right) this.line(line, this.place(0.46, 1), 'center');
    doc.y = Math.max(below, doc.y);
    doc.moveDown(1);
  }

  private heading(text: string): void {
    this.keepTogether(KEPT.heading);
    const { x, width } = this.place();
    this.doc.moveDown(0.5);
    this.tagged('H2', () => {
      this.doc
        .font('bold')
        .fontSize(this.layout.points.text)
        .text(text, x, this.doc.y, { width, indent: this.layout.indent * MM, align: 'left' });
    });
    this.doc.moveDown(0.3);
  }

  private paragraph(text: string, size: number, align: Align): void {
    const { x, width } = this.place();
    this.doc.font('regular').fontSize(size);
    const { text: full, line } = this.layout.points;
    const lineGap = (line * size) / full - this.doc.currentLineHeight(true);
    this.tagged('P', () => {
      this.doc.text(text, x, this.doc.y, { width, indent: this.layout.indent * MM, lineGap, align });
    });
    this.doc.moveDown(0.3);
  }

  /** Draws a line of dots, which is no text: nothing is read where nothing is written. */
  private dots(): void {
    const { doc } = this;
    this.keepTogether(this.layout.points.line / MM);
    const { x, width } = this.place();
    const y = doc.y + this.layout.points.line - 4;
    doc.markContent('Artifact', { type: 'Layout' });
    doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.5)
      .dash(1, { space: 2 })
      .stroke('#000')
      .undash();
    doc.endMarkedContent();
    doc.y += this.layout.points.line;
  }

  private tagged(kind: 'P' | 'H2', draw: () => void): void {
    this.root.add(this.doc.struct(kind, {}, draw));
  }

  /** Begins a new page if less than so many millimetres are left. */
  private keepTogether(millimetres: number): void {
    const { doc } = this;
    if (doc.y + millimetres * MM > doc.page.height - doc.page.margins.bottom) doc.addPage();
  }

  /** Draws the number at the top and the watermark at the bottom; screen readers skip both. */
  private drawMargins(footer: string): void {
    const { doc } = this;
    const { top, bottom } = doc.page.margins;
    const { x, width } = this.place();
    this.pages++;
    // Without this, text in the margins would begin a new page.
    doc.page.margins = { ...doc.page.margins, top: 0, bottom: 0 };
    doc.markContent('Artifact', { type: 'Pagination' });
    if (this.pages > 1) {
      doc
        .font('regular')
        .fontSize(13)
        .text(String(this.pages), x, top / 2, { width, align: 'center', lineBreak: false });
    }
    doc
      .font('italic')
      .fontSize(9)
      .text(footer, x, doc.page.height - bottom / 2, { width, align: 'left', lineBreak: false });
    doc.endMarkedContent();
    doc.page.margins = { ...doc.page.margins, top, bottom };
    doc.x = x;
    doc.y = top;
  }
}
