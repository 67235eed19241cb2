import { inspectOffice } from '#functions/guidance/inspect/inspect-office.ts';
import { inspectPdf } from '#functions/guidance/inspect/inspect-pdf.ts';
import type { FileFinding, FileType } from '#shared/guidance/file-content.ts';
import { readZip } from '#shared/guidance/zip-directory.ts';

/** What a whole file may unpack to, in bytes. */
const MOST_UNPACKED_BYTES = 50 * 1024 * 1024;

/**
 * Finds what makes a document do more than show itself: programs, other files in it, content that it fetches when it is
 * opened. It reads all of the file, not what its own tables point to, and refuses what it cannot read.
 *
 * @returns the first finding; `undefined` if the document only shows itself
 */
export function inspectFile(type: FileType, bytes: Uint8Array): FileFinding | undefined {
  const mixed = otherType(type, bytes);
  if (mixed) return { fault: 'two-types', found: mixed };
  const room = { bytes: MOST_UNPACKED_BYTES };
  switch (type) {
    case 'pdf':
      return firstOf(inspectPdf(bytes, room));
    case 'docx':
    case 'xlsx': {
      const entries = readZip(bytes);
      if (!Array.isArray(entries)) return { fault: entries === 'encrypted' ? 'encrypted' : 'broken' };
      return firstOf(inspectOffice(entries, room));
    }
    default:
      return undefined;
  }
}

function firstOf(findings: Iterable<FileFinding>): FileFinding | undefined {
  for (const finding of findings) return finding;
  return undefined;
}

/** A ZIP file is read from its end, a PDF from within its first 1024 bytes, a page of HTML from wherever it begins. */
function otherType(type: FileType, bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isZip = type === 'docx' || type === 'xlsx';
  if (!isZip && text.subarray(-65_557).includes('PK\u0005\u0006')) return 'ZIP';
  if (type !== 'pdf' && text.subarray(0, 1024).includes('%PDF-')) return 'PDF';
  const html = isZip ? undefined : /<(script|html|iframe|!doctype html|\?php)\b/i.exec(text.toString('latin1'))?.[0];
  return html && 'HTML';
}
