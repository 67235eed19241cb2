import { decodeKnown } from '#functions/decode-text.ts';
import { readWorkbook, type WorkbookFault } from '#functions/files/read-workbook.ts';
import { isUnread } from '#shared/input/clean-text.ts';
import { csvRows } from '#shared/input/csv-rows.ts';
import { type ListFile, type ListRow, textCell } from '#shared/input/lists/list-file.ts';

/** Why a file is no list, or none that is read. */
export type FileFault = WorkbookFault | 'empty' | 'old-workbook' | 'other-program' | 'unread-letters';

/** More than a district has cells. */
const MOST_ROWS = 5000;

/** Reads a list as somebody made it: a workbook (XLSX), or CSV in whatever encoding. */
export function readListFile(bytes: Uint8Array): ListFile | FileFault {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, 'PK')) return readWorkbook(bytes);
  // The container of Excel 97 to 2003, and of workbooks with a password.
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) return 'old-workbook';
  if (startsWith(bytes, '%PDF') || startsWith(bytes, '{\\rtf') || startsWith(bytes, '<')) return 'other-program';
  const { text, encoding } = decodeKnown(bytes);
  // It is not this, not that, and not everything in it is a mistake: some letters may be lost.
  if (text === '\ufffd' || (text.includes('\0') && isUnread(text))) return 'unread-letters';
  try {
    const rows: ListRow[] = [];
    for (const { number, cells } of csvRows(text)) {
      if (rows.length === MOST_ROWS) return 'too-large';
      const read = cells.map((raw) => (raw === '' ? undefined : textCell(raw, [{ text: raw }])));
      rows.push({ number, cells: read });
    }
    return { sheets: [{ name: '', rows, merges: [] }], ...(encoding && { encoding }) };
  } catch (error) {
    if (error instanceof SyntaxError) return 'too-large';
    throw error;
  }
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return [...mark].every((letter, at) => bytes[at] === letter.charCodeAt(0));
}
