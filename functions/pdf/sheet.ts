import { MM, PdfDraft } from '#functions/pdf/pdf-draft.ts';
import { monthAt } from '#shared/period.ts';
import { letterheadIn } from '#shared/units/letterheads.ts';

/** Of a sheet that is read at arm's length and written on. In points. */
const SIZE = 12;
/** From one line to write on to the next, in millimetres. */
const RULED = 8;
/** What stands before a line that is ticked, in points. */
const BOX = 9;
const INDENT = 15;

interface SheetLine {
  readonly text: string;
  readonly bold?: boolean;
  /** A box to tick with a pen. */
  readonly box?: true;
  /** How far it stands to the right, in points. */
  readonly indent?: number;
}

/** Lines of 12 points one below the other, on as few sheets as they take. */
export class Sheet {
  private readonly draft: PdfDraft;

  constructor(title: string, at: Date) {
    const margins = { top: 12, bottom: 10, left: 20, right: 12 };
    const { layout } = letterheadIn(monthAt(at.toISOString()));
    this.draft = new PdfDraft({ title, at, layout: { ...layout, margins }, footer: '' });
  }

  /** How many lines to write on there is room for, where so many points are kept below them. */
  rulesAbove(points: number): number {
    return Math.max(0, Math.floor((this.left - points) / (RULED * MM)));
  }

  /** How much room is left on the sheet, in points. */
  get left(): number {
    const { doc } = this.draft;
    return doc.page.height - doc.page.margins.bottom - doc.y;
  }

  heightOf({ text, bold, box, indent = 0 }: SheetLine): number {
    const { doc } = this.draft;
    const width = this.draft.place().width - indent - (box ? INDENT : 0);
    return doc
      .font(bold ? 'bold' : 'regular')
      .fontSize(SIZE)
      .heightOfString(text, { width });
  }

  line(line: SheetLine): void {
    const { text, bold, box, indent = 0 } = line;
    const { doc } = this.draft;
    const { x, width } = this.draft.place();
    if (this.heightOf(line) > this.left) this.newSheet();
    const left = x + indent + (box ? INDENT : 0);
    if (box) {
      doc.markContent('Artifact', { type: 'Layout' });
      doc
        .lineWidth(0.7)
        .rect(x + indent, doc.y + 2, BOX, BOX)
        .stroke();
      doc.endMarkedContent();
    }
    this.draft.line(
      text,
      { x: left, width: width - (left - x) },
      { size: SIZE, align: 'left', font: bold ? 'bold' : 'regular' },
    );
  }

  heading(text: string): void {
    this.space(1.5);
    this.line({ text, bold: true });
  }

  /** @param millimetres of blank paper */
  space(millimetres: number): void {
    this.draft.doc.y += millimetres * MM;
  }

  /** Draws a line to write on; the line stands at its bottom. */
  rule(): void {
    const { doc } = this.draft;
    const { x, width } = this.draft.place();
    this.space(RULED);
    doc.markContent('Artifact', { type: 'Layout' });
    doc
      .lineWidth(0.4)
      .moveTo(x, doc.y)
      .lineTo(x + width, doc.y)
      .stroke();
    doc.endMarkedContent();
  }

  newSheet(): void {
    this.draft.doc.addPage();
  }

  finish(): Promise<Uint8Array> {
    return this.draft.finish();
  }
}
