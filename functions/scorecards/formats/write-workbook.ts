import { type CellStyle, colToLetter, type WriteOptions, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { packEntry, packZip } from '#functions/files/pack-zip.ts';
import { unpack } from '#functions/files/unpack.ts';
import { bodyStyles, bodyXml, type SheetBody } from '#functions/scorecards/formats/sheet-body.ts';
import { readZip, type ZipEntry } from '#shared/guidance/zip-directory.ts';

/** A sheet as the library takes it, and the rows that it is spared. */
export type DraftedSheet = WriteSheet & { readonly body?: SheetBody };
type Workbook = Omit<WriteOptions, 'sheets'> & { readonly sheets: readonly DraftedSheet[] };

/**
 * Writes a workbook. The library keeps every cell that it writes as an object and names its style anew: what is 25 MB
 * of XML took 250 MB and two seconds. So it writes the sheets with one row in place of a long table's, a blank cell a
 * style; that row tells what number each style has, and the rows that are written piece by piece take its place.
 */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const sheets = workbook.sheets.map(withSample);
  const entries = readZip(await writeXlsx({ ...workbook, sheets }));
  if (!Array.isArray(entries)) throw new Error('The workbook is no ZIP file');
  const bodies = new Map(workbook.sheets.map(({ body }, at) => [`xl/worksheets/sheet${at + 1}.xml`, body]));
  return packZip(
    (entries as readonly ZipEntry[]).map((entry) => {
      const body = bodies.get(entry.name);
      return body ? packEntry(entry.name, sheetXml(entry, body)) : entry;
    }),
  );
}

function withSample({ body, ...sheet }: DraftedSheet): WriteSheet {
  if (!body) return sheet;
  const cells: NonNullable<WriteSheet['cells']> = new Map(sheet.cells);
  for (const [at, style] of bodyStyles(body).entries()) cells.set(`${body.first},${at}`, { value: null, style });
  return { ...sheet, cells };
}

function* sheetXml(entry: ZipEntry, body: SheetBody): Generator<string> {
  const xml = unpack(entry, { bytes: entry.bytes }).toString();
  const [before = '', sample = '', after = ''] = xml.split(new RegExp(`(<row r="${body.first + 1}">.*?</row>)`));
  const numbers = new Map<CellStyle, string>();
  for (const [at, style] of bodyStyles(body).entries()) {
    const number = new RegExp(`<c r="${colToLetter(at)}${body.first + 1}" s="(\\d+)"/>`).exec(sample)?.[1];
    if (number === undefined) throw new Error(`${entry.name} has no style ${at}`);
    numbers.set(style, number);
  }
  yield before;
  yield* bodyXml(body, numbers);
  yield after;
}
