import PDFDocument from 'pdfkit';
import { Face } from '#functions/pdf/face.ts';
import { type Font, fonts, openFont } from '#functions/pdf/fonts.ts';
import { drawTable } from '#functions/pdf/pdf-table.ts';
import type { Block } from '#shared/documents/block.ts';
import type { Layout } from '#shared/units/letterheads.ts';

/** One millimetre in points. */
export const MM = 72 / 25.4;
/** What stands under a heading is not torn from it. In millimetres. */
const KEPT_WITH_HEADING = 30;
const FOOT = { font: 'italic', size: 9 } as const;

type Place = { readonly x: number; readonly width: number };
type Align = 'left' | 'center' | 'right' | 'justify';
interface Line {
  readonly font?: Font;
  readonly size?: number;
  readonly align?: Align;
  readonly underline?: boolean;
}

/** What a document is beside its words, whatever writes it. */
export interface Frame {
  readonly title: string;
  readonly at: Date;
  readonly layout: Layout;
  /** The text at the foot of every page; where a letter has appendices, of theirs alone. */
  readonly footer: string;
  /** Of tables that are too wide for the layout's small size. */
  readonly tablePoints?: number;
}

/** What the drafts of one document draw: headings, text, notes and tables. */
type Flowing = Extract<
  Block,
  { readonly heading: string } | { readonly text: string } | { readonly note: string } | { readonly rows: unknown }
>;

/** A document while it is drawn: A4, tagged for screen readers, with page numbers from the second page on. */
export class PdfDraft {
  readonly doc: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly chunks: Buffer[] = [];
  private readonly layout: Layout;
  private readonly tablePoints: number;
  private footer: string;
  /** How many pages there are so far. */
  pages = 0;
  /** Of the text that is drawn: a page that begins takes it up again. */
  private face: { readonly font: Font; readonly size: number } = FOOT;
  private readonly faces = new Map<string, Face>();

  constructor({ title, at, layout, footer, tablePoints = layout.points.small }: Frame) {
    const { top, bottom, left, right } = layout.margins;
    this.layout = layout;
    this.tablePoints = tablePoints;
    this.footer = footer;
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
    // The types of the library leave out that it takes a font which is open.
    for (const font of fonts) this.doc.registerFont(font, openFont(font) as unknown as Buffer);
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.doc.on('pageAdded', () => this.drawMargins());
    this.doc.addPage();
  }

  /** The width between the margins, or a part of it. */
  place(from = 0, to = 1): Place {
    const { left, right } = this.doc.page.margins;
    const width = this.doc.page.width - left - right;
    return { x: left + width * from, width: width * (to - from) };
  }

  /** Draws one line or paragraph at a place; what follows goes below it. */
  line(
    text: string,
    { x, width }: Place,
    { font = 'regular', size = this.layout.points.text, align = 'center', underline = false }: Line,
  ) {
    this.root.add(
      this.doc.struct('P', {}, () => {
        this.set(font, size).text(text, x, this.doc.y, { width, align, underline });
      }),
    );
  }

  /** Draws a picture; screen readers say what it shows. */
  figure(alt: string, drawing: () => void): void {
    this.root.add(this.doc.struct('Figure', { alt }, drawing));
  }

  draw(block: Flowing): void {
    const { text, small } = this.layout.points;
    if ('heading' in block) this.heading(block.heading);
    else if ('text' in block) this.paragraph(block.text, text, 'justify');
    else if ('note' in block) this.paragraph(block.note, small, 'left');
    else {
      const points = block.points ?? this.tablePoints;
      const faces = { bold: this.faceOf('bold', points), regular: this.faceOf('regular', points) };
      drawTable(this.doc, this.root, block, { ...this.place(), points }, faces);
    }
  }

  newPage(layout: 'portrait' | 'landscape'): void {
    this.doc.addPage({ ...this.doc.options, layout });
  }

  /** Begins a page; it and those after it have this footer. */
  beginPages(footer: string): void {
    this.footer = footer;
    this.doc.addPage();
  }

  /** Begins a new page if less than so many millimetres are left. */
  keepTogether(millimetres: number): void {
    const { doc } = this;
    if (doc.y + millimetres * MM > doc.page.height - doc.page.margins.bottom) doc.addPage();
  }

  async finish(): Promise<Uint8Array> {
    const done = new Promise<void>((resolve, reject) => this.doc.on('end', resolve).on('error', reject));
    this.root.end();
    this.doc.end();
    await done;
    return Buffer.concat(this.chunks);
  }

  private heading(text: string): void {
    this.keepTogether(KEPT_WITH_HEADING);
    const { x, width } = this.place();
    this.doc.moveDown(0.5);
    this.root.add(
      this.doc.struct('H2', {}, () => {
        this.set('bold', this.layout.points.text).text(text, x, this.doc.y, {
          width,
          indent: this.layout.indent * MM,
          align: 'left',
        });
      }),
    );
    this.doc.moveDown(0.3);
  }

  private paragraph(text: string, size: number, align: Align): void {
    const { x, width } = this.place();
    const { points, indent } = this.layout;
    this.set('regular', size);
    const lineGap = (points.line * size) / points.text - this.doc.currentLineHeight(true);
    this.root.add(
      this.doc.struct('P', {}, () => {
        this.doc.text(text, x, this.doc.y, { width, indent: indent * MM, lineGap, align });
      }),
    );
    this.doc.moveDown(0.3);
  }

  /** What one table has learnt of a font's letters serves the next one. */
  private faceOf(font: Font, points: number): Face {
    const key = `${font} ${points}`;
    const face = this.faces.get(key) ?? new Face(this.doc, font, points);
    this.faces.set(key, face);
    return face;
  }

  /** Chooses a face, which a page that begins within the text takes up again. */
  private set(font: Font, size: number): PDFKit.PDFDocument {
    this.face = { font, size };
    return this.doc.font(font).fontSize(size);
  }

  /** Draws the number at the top and the watermark at the bottom; screen readers skip both. */
  private drawMargins(): void {
    const { doc, footer } = this;
    const [number, foot] = [this.faceOf('regular', 13), this.faceOf(FOOT.font, FOOT.size)];
    const { top, bottom } = doc.page.margins;
    const { x, width } = this.place();
    this.pages++;
    // Without this, text in the margins would begin a new page.
    doc.page.margins = { ...doc.page.margins, top: 0, bottom: 0 };
    doc.markContent('Artifact', { type: 'Pagination' });
    if (this.pages > 1) {
      const lines = number.fit(String(this.pages), width);
      number.draw(lines.map((line) => ({ line, x: x + (width - line.width) / 2, y: top / 2 })));
    }
    const y = doc.page.height - bottom / 2;
    foot.draw(foot.fit(footer, Infinity).map((line, nth) => ({ line, x, y: y + nth * foot.lineHeight })));
    doc.endMarkedContent();
    doc.page.margins = { ...doc.page.margins, top, bottom };
    doc.x = x;
    doc.y = top;
    this.set(this.face.font, this.face.size);
  }
}
