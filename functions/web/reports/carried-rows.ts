import { cleanText } from '#shared/input/clean-text.ts';
import { isText, listOf, optional, recordOf, shape } from '#shared/input/shape.ts';
import type { FileRow } from '#shared/reports/files/file-row.ts';

const isRow = shape({
  row: isText,
  said: isText,
  cell: isText,
  from: recordOf(isText),
  typed: recordOf(isText),
  understood: listOf(
    shape({ field: isText, address: optional(isText), said: isText, typed: isText, why: optional(isText) }),
  ),
  remarks: listOf(isText),
});

/** The rows of a preview in letters that no browser changes on the way, to be sent back with the confirmation. */
export function carriedRows(rows: readonly FileRow[]): string {
  const kept = rows.map(({ row, said, cell, from, typed, understood, remarks }) => {
    return { row, said, cell, from, typed, understood, remarks };
  });
  return Buffer.from(JSON.stringify(kept)).toString('base64url');
}

/** Reads carried rows; `undefined` for anything else. Their answers are checked later, as those of a form. */
export function rowsCarried(text: string): readonly FileRow[] | undefined {
  try {
    const rows = JSON.parse(cleanText(Buffer.from(text, 'base64url').toString('utf8')));
    return listOf(isRow)(rows) ? (rows as FileRow[]) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
