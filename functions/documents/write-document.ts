import type { Frame } from '#functions/pdf/pdf-draft.ts';
import type { Block } from '#shared/documents/block.ts';

/** The formats in which a document can be taken away, by the ending of its name. */
export const fileTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
export type Format = keyof typeof fileTypes;

/** Writes a document. The code of a format is loaded only when somebody asks for it. */
export async function writeDocument(format: Format, blocks: readonly Block[], frame: Frame): Promise<Uint8Array> {
  if (format === 'pdf') return (await import('#functions/pdf/write-pdf.ts')).writePdf(blocks, frame);
  return (await import('#functions/documents/write-docx.ts')).writeDocx(blocks, frame);
}
