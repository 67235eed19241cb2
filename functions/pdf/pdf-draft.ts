import PDFDocument from 'pdfkit';
import type { Block } from '#functions/pdf/block.ts';
import { type Font, fontBytes, fonts } from '#functions/pdf/fonts.ts';
import { drawTable } from '#functions/pdf/pdf-table.ts';

/** One millimetre in points. */
const MM = 72 / 25.4;
/** Body text of Party documents: 14 points on lines of about 19. */
const BODY = { size: 14, gap: 3, indent: 10 * MM };

type Place = { readonly x: number; readonly width: number };
type Align = 'left' | 'center' | 'right' | 'justify';
interface Line {
  readonly font?: Font;
  readonly size?: number;
  readonly align?: Align;
  readonly underline?: boolean;
}

interface Layout {
  readonly title: string;
  readonly at: Date;
  /** In millimetres. */
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** The text at the foot of every page. */
  readonly footer: string;
}

/** A report while it is drawn: A4, tagged for screen readers, with page numbers from the second page on. */
export class PdfDraft {
  readonly doc: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly chunks: Buffer[] = [];
  private pages = 0;

  constructor({ title, at, margins, footer }: Layout) {
    const { top, bottom, left, right } = margins;
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
    { font = 'regular', size = BODY.size, align = 'center', underline = false }: Line,
  ) {
    this.root.add(
      this.doc.struct('P', {}, () => {
        this.doc.font(font).fontSize(size).text(text, x, this.doc.y, { width, align, underline });
      }),
    );
  }

  draw(block: Block): void {
    if ('heading' in block) this.heading(block.heading);
    else if ('text' in block) this.paragraph(block.text, BODY, 'justify');
    else if ('note' in block) this.paragraph(block.note, { ...BODY, size: 12 }, 'left');
    else drawTable(this.doc, this.root, block, this.place());
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
    this.keepTogether(30);
    const { x, width } = this.place();
    this.doc.moveDown(0.5);
    this.root.add(
      this.doc.struct('H2', {}, () => {
        this.doc
          .font('bold')
          .fontSize(BODY.size)
          .text(text, x, this.doc.y, { width, indent: BODY.indent, align: 'left' });
      }),
    );
    this.doc.moveDown(0.3);
  }

  private paragraph(text: string, { size, gap, indent }: typeof BODY, align: Align): void {
    const { x, width } = this.place();
    this.root.add(
      this.doc.struct('P', {}, () => {
        this.doc.font('regular').fontSize(size).text(text, x, this.doc.y, { width, indent, lineGap: gap, align });
      }),
    );
    this.doc.moveDown(0.3);
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
