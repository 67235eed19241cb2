import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  type ISectionOptions,
  LeaderType,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { Frame } from '#functions/pdf/pdf-draft.ts';
import {
  type Block,
  beginsAppendices,
  type Column,
  LEFT_COLUMN,
  type Line,
  type Table as TableBlock,
} from '#shared/documents/block.ts';
import type { Layout } from '#shared/units/letterheads.ts';

/** A4, in millimetres. */
const A4 = { width: 210, height: 297 } as const;
const FONT = 'Times New Roman';
/** Before and after a heading or a paragraph, in points. */
const GAP = { heading: 6, text: 4 } as const;

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** Writes a document for Word, in the same words as the PDF: A4, with page numbers from the second page on. */
export async function writeDocx(blocks: readonly Block[], frame: Frame): Promise<Uint8Array> {
  const { title, layout, footer } = frame;
  const { points } = layout;
  const at = blocks.findIndex(beginsAppendices);
  // A letter goes out over a signature: who printed it is said of what is attached to it.
  const parts = at < 0 ? [{ blocks, footer }] : [{ blocks: blocks.slice(0, at) }, { blocks: blocks.slice(at), footer }];
  const document = new Document({
    title,
    creator: 'Sổ Chi Bộ',
    lastModifiedBy: 'Sổ Chi Bộ',
    description: '',
    styles: {
      default: {
        document: { run: { font: FONT, size: 2 * points.text, language: { value: 'vi-VN' } } },
        heading2: { run: { font: FONT, size: 2 * points.text, bold: true, color: '000000' } },
      },
    },
    sections: parts.map((part, number) => section(part, number === 0, frame)),
  });
  return Packer.toBuffer(document);
}

/** A part of the document with a footer of its own; the document's first page has no number. */
function section(
  { blocks, footer }: { readonly blocks: readonly Block[]; readonly footer?: string },
  isFirst: boolean,
  frame: Frame,
): ISectionOptions {
  const { margins } = frame.layout;
  const foot = footer === undefined ? new Footer({ children: [] }) : watermark(footer);
  return {
    properties: {
      titlePage: isFirst,
      type: SectionType.NEXT_PAGE,
      page: {
        size: { width: convertMillimetersToTwip(A4.width), height: convertMillimetersToTwip(A4.height) },
        margin: {
          top: convertMillimetersToTwip(margins.top),
          bottom: convertMillimetersToTwip(margins.bottom),
          left: convertMillimetersToTwip(margins.left),
          right: convertMillimetersToTwip(margins.right),
          header: convertMillimetersToTwip(margins.top / 2),
          footer: convertMillimetersToTwip(margins.bottom / 2),
        },
      },
    },
    headers: { default: new Header({ children: [pageNumber(frame.layout)] }), first: new Header({ children: [] }) },
    footers: { default: foot, first: foot },
    children: [...writeBlocks(blocks, frame), lastLine()],
  };
}

/** What stands before and after a block. */
interface Around {
  readonly isOnNewPage: boolean;
  readonly isSigned: boolean;
}

function writeBlocks(blocks: readonly Block[], frame: Frame): (Paragraph | Table)[] {
  return blocks.flatMap((block, at) => {
    const [before, after] = [blocks[at - 1], blocks[at + 1]];
    return write(block, frame, {
      // The appendices are a section, which begins on a page of its own.
      isOnNewPage: before !== undefined && 'page' in before && !beginsAppendices(before),
      isSigned: after !== undefined && 'left' in after && after.signed !== undefined,
    });
  });
}

function write(block: Block, { layout, tablePoints }: Frame, around: Around): (Paragraph | Table)[] {
  const { points } = layout;
  if ('heading' in block) return [heading(block.heading, layout)];
  if ('text' in block) return [body(block.text, points.text, AlignmentType.JUSTIFIED, layout, around.isSigned)];
  if ('note' in block) return [body(block.note, points.small, AlignmentType.LEFT, layout)];
  if ('blank' in block) return Array.from({ length: block.blank }, () => dots(layout));
  if ('centred' in block) {
    const last = block.centred.length - 1;
    return block.centred.map((line, at) =>
      standing(line, layout, 'center', {
        ...(around.isOnNewPage && at === 0 && { pageBreakBefore: true }),
        ...(at === last && { spacing: { after: 2 * GAP.heading * 20 } }),
      }),
    );
  }
  if ('left' in block) return [...(block.signed ? [gap({ keepNext: true })] : []), twoColumns(block, layout), gap()];
  if ('page' in block) return [];
  return [table(block, layout, tablePoints ?? points.small), gap()];
}

function heading(text: string, { indent, points }: Layout): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: GAP.heading * 20, after: GAP.text * 20, ...exactly(points.line) },
    indent: { firstLine: convertMillimetersToTwip(indent) },
    children: [new TextRun({ text, bold: true, size: 2 * points.text })],
  });
}

function body(
  text: string,
  size: number,
  alignment: 'both' | 'left',
  { indent, points }: Layout,
  keepNext = false,
): Paragraph {
  return new Paragraph({
    alignment,
    ...(keepNext && { keepNext }),
    spacing: { after: GAP.text * 20, ...exactly((points.line * size) / points.text) },
    indent: { firstLine: convertMillimetersToTwip(indent) },
    children: [new TextRun({ text, size: 2 * size })],
  });
}

/** A line of dots is a tab with dots before it: nothing is read where nothing is written. */
function dots(layout: Layout): Paragraph {
  return new Paragraph({
    spacing: exactly(layout.points.line),
    tabStops: [{ type: TabStopType.RIGHT, position: widthOf(layout), leader: LeaderType.DOT }],
    children: [new TextRun('\t')],
  });
}

function standing(
  { text, font, points, underline }: Line,
  layout: Layout,
  align: 'left' | 'center',
  options: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({
    ...options,
    alignment: alignments[align],
    children: [
      new TextRun({
        text,
        size: 2 * (points ?? layout.points.text),
        ...(font?.startsWith('bold') && { bold: true }),
        ...((font === 'italic' || font === 'boldItalic') && { italics: true }),
        ...(underline && { underline: {} }),
      }),
    ],
  });
}

/** A table without lines, of one row that stays on one page. */
function twoColumns({ left, right, signed }: Extract<Block, { readonly left: unknown }>, layout: Layout): Table {
  const width = widthOf(layout);
  const widths = [Math.round(width * LEFT_COLUMN), width - Math.round(width * LEFT_COLUMN)];
  const cell = (lines: readonly Line[], align: 'left' | 'center', at: 0 | 1) =>
    new TableCell({
      width: { size: widths[at] as number, type: WidthType.DXA },
      margins: { left: 0, right: 0, top: 0, bottom: 0 },
      children: lines.map((line) => standing(line, layout, align, signed ? { keepNext: true } : {})),
    });
  return new Table({
    borders: noBorders,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: [new TableRow({ cantSplit: true, children: [cell(left, signed ?? 'center', 0), cell(right, 'center', 1)] })],
  });
}

/** A table with its lines; every page repeats the head. */
function table({ columns, rows }: TableBlock, layout: Layout, points: number): Table {
  const width = widthOf(layout);
  const parts = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((width * column.width) / parts));
  const cell = (text: string, at: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[at] as number, type: WidthType.DXA },
      margins: { left: 60, right: 60, top: 40, bottom: 40 },
      ...(isHead && { shading: { type: ShadingType.CLEAR, fill: 'EEEEEE', color: 'auto' } }),
      children: [
        new Paragraph({
          alignment: alignments[isHead ? 'center' : (columns[at] as Column).align],
          children: [new TextRun({ text, size: 2 * points, ...(isHead && { bold: true }) })],
        }),
      ],
    });
  const row = (texts: readonly string[], isHead: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: columns.map((_, at) => cell(texts[at] ?? '', at, isHead)),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        columns.map(({ head }) => head),
        true,
      ),
      ...rows.map((texts) => row(texts, false)),
    ],
  });
}

/** Tables that follow each other without a line between them would be one. */
function gap(options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, spacing: exactly(2 * GAP.heading) });
}

/** Word wants a line after the last table; this one makes no new page. */
function lastLine(): Paragraph {
  return new Paragraph({ spacing: exactly(1) });
}

function pageNumber({ points }: Layout): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 2 * points.text })],
  });
}

function watermark(text: string): Footer {
  return new Footer({ children: [new Paragraph({ children: [new TextRun({ text, italics: true, size: 18 })] })] });
}

function exactly(points: number) {
  return { line: Math.round(points * 20), lineRule: LineRuleType.EXACT } as const;
}

/** Between the margins, in twentieths of a point. */
function widthOf({ margins }: Layout): number {
  return convertMillimetersToTwip(A4.width - margins.left - margins.right);
}
