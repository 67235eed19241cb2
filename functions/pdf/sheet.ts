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
/** A code that a phone reads from an arm's length, its free border included. In millimetres. */
const CODE = 27;

/** A picture of squares, as an SVG path over so many units a side. */
interface Code {
  readonly size: number;
  readonly path: string;
  /** What it says, for those who do not see it. */
  readonly alt: string;
}

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
  /** What is kept free on the right, in points. */
  private keptRight = 0;

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
    const width = this.place().width - indent - (box ? INDENT : 0);
    return doc
      .font(bold ? 'bold' : 'regular')
      .fontSize(SIZE)
      .heightOfString(text, { width });
  }

  line(line: SheetLine): void {
    const { text, bold, box, indent = 0 } = line;
    const { doc } = this.draft;
    const { x, width } = this.place();
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

  /** Draws a code at the right, and lines beside it; what follows stands below both. */
  beside({ size, path, alt }: Code, lines: readonly SheetLine[]): void {
    const { doc } = this.draft;
    const { x, width } = this.place();
    const [side, top] = [CODE * MM, doc.y];
    this.draft.figure(alt, () => {
      doc
        .save()
        .translate(x + width - side, top)
        .scale(side / size)
        .path(path)
        .fill('#000')
        .restore();
    });
    this.keptRight = side;
    for (const line of lines) this.line(line);
    this.keptRight = 0;
    doc.y = Math.max(doc.y, top + side);
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

  private place(): { readonly x: number; readonly width: number } {
    const { x, width } = this.draft.place();
    return { x, width: width - this.keptRight };
  }

  finish(): Promise<Uint8Array> {
    return this.draft.finish();
  }
}
