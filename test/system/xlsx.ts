import { readXlsx as read } from 'hucre/xlsx';

/** Every row of every sheet of a workbook, as values. */
export async function readXlsx(bytes: Uint8Array): Promise<readonly (readonly unknown[])[]> {
  const { sheets } = await read(bytes);
  return sheets.flatMap(({ rows }) => rows);
}
