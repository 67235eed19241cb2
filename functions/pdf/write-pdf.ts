import { type Frame, MM, PdfDraft } from '#functions/pdf/pdf-draft.ts';
import { type Block, beginsAppendices, LEFT_COLUMN, type Line } from '#shared/documents/block.ts';
import type { Layout } from '#shared/units/letterheads.ts';

/** Signatures with room for the hand and the name stand on one page. In millimetres. */
const SIGNATURES = 50;
/** The sentence above them, and its heading. */
const SENTENCE = 25;
const HEADING = 12;

/** Writes a document as PDF. */
export async function writePdf(blocks: readonly Block[], frame: Frame): Promise<Uint8Array> {
  return drawAll(blocks, frame).finish();
}

/** How many pages a document takes. */
export function countPages(blocks: readonly Block[], frame: Frame): number {
  return drawAll(blocks, frame).pages;
}

function drawAll(blocks: readonly Block[], frame: Frame): PdfDraft {
  // A letter goes out over a signature: who printed it is said of what is attached to it.
  const draft = new PdfDraft(blocks.some(beginsAppendices) ? { ...frame, footer: '' } : frame);
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1];
    // What is signed has its last sentence on the same page.
    if (isSigned(next)) draft.keepTogether(SIGNATURES + SENTENCE);
    // Nor is its heading left behind.
    else if ('heading' in block && isSigned(blocks[at + 2])) draft.keepTogether(SIGNATURES + SENTENCE + HEADING);
    if (beginsAppendices(block)) draft.beginPages(frame.footer);
    else draw(draft, block, frame.layout);
  }
  return draft;
}

const isSigned = (block: Block | undefined) => block !== undefined && 'left' in block && block.signed !== undefined;

function draw(draft: PdfDraft, block: Block, { points }: Layout): void {
  if ('centred' in block) {
    for (const line of block.centred) drawLine(draft, line, draft.place(), 'center');
    draft.doc.moveDown(0.5);
  } else if ('left' in block) drawColumns(draft, block);
  else if ('blank' in block) for (let at = 0; at < block.blank; at++) drawDots(draft, points.line);
  else if ('page' in block) draft.newPage(block.page === 'sideways' ? 'landscape' : 'portrait');
  else draft.draw(block);
}

function drawLine(
  draft: PdfDraft,
  { text, font, points, underline }: Line,
  place: ReturnType<PdfDraft['place']>,
  align: 'left' | 'center',
): void {
  // An empty line is room for a hand.
  draft.line(text || ' ', place, {
    align,
    ...(font && { font }),
    ...(points && { size: points }),
    underline: underline ?? false,
  });
}

/** Draws two columns from one height on. */
function drawColumns(draft: PdfDraft, { left, right, signed }: Extract<Block, { readonly left: unknown }>): void {
  const { doc } = draft;
  if (signed) {
    draft.keepTogether(SIGNATURES);
    doc.moveDown(1);
  }
  const top = doc.y;
  for (const line of left) drawLine(draft, line, draft.place(0, LEFT_COLUMN), signed ?? 'center');
  const below = doc.y;
  doc.y = top;
  for (const line of right) drawLine(draft, line, draft.place(LEFT_COLUMN, 1), 'center');
  doc.y = Math.max(below, doc.y);
  doc.moveDown(1);
}

/** Draws a line of dots, which is no text: nothing is read where nothing is written. */
function drawDots(draft: PdfDraft, height: number): void {
  const { doc } = draft;
  draft.keepTogether(height / MM);
  const { x, width } = draft.place();
  const y = doc.y + height - 4;
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(0.5)
    .dash(1, { space: 2 })
    .stroke('#000')
    .undash();
  doc.endMarkedContent();
  doc.y += height;
}
