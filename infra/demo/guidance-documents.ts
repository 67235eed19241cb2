import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { randomFrom } from '#infra/demo/random.ts';
import { district } from '#infra/demo/units.ts';
import type { GuidanceRevision } from '#shared/guidance/guidance.ts';
import { type FileOpening, type GuidanceFile, guidanceFileId } from '#shared/guidance/guidance-file.ts';
import { formatMonth } from '#shared/language/format.ts';
import type { Instant } from '#shared/period.ts';
import type { Unit } from '#shared/units/units.ts';

/** A document with its content. */
export interface DemoDocument {
  readonly file: GuidanceFile;
  readonly content: Uint8Array;
}

/** The font has Vietnamese letters, as in the PDF reports. */
const font = createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf');

/** Makes a PDF for each month's guidance for all cells: its text, to be printed, with a note that it is made up. */
export async function demoDocuments(guidance: readonly GuidanceRevision[]): Promise<DemoDocument[]> {
  const forAll = guidance.filter(({ audience }) => audience === 'all');
  return Promise.all(
    forAll.map(async ({ month, audience, text, by, at }) => {
      const content = await pdfOf(`Định hướng nội dung sinh hoạt chi bộ ${formatMonth(month)}`, text, at);
      const id = guidanceFileId({ month, audience }, 'generated-document');
      const name = `Định hướng sinh hoạt ${month} (minh họa).pdf`;
      return { file: { id, month, audience, name, type: 'pdf', bytes: content.length, by, at }, content };
    }),
  );
}

/** Two communes of three open a document in its month, and so does the cell that has an account. */
export function demoFileOpenings(
  documents: readonly DemoDocument[],
  units: readonly Unit[],
  now: Instant,
): FileOpening[] {
  const readers = units.filter(({ id, level }) => level === 'commune' || id === `${district.id}.thanh-van.thanh-binh`);
  return documents.flatMap(({ file: { id: file, at: published } }) =>
    readers.flatMap(({ id: unit }) => {
      const month = published.slice(0, 7);
      const random = randomFrom(`taken ${month} ${unit}`);
      const at = `${month}-0${random.between(1, 8)}T0${random.between(1, 9)}:25:00.000Z`;
      return random.chance(0.67) && at <= now ? [{ file, unit, at }] : [];
    }),
  );
}

function pdfOf(title: string, text: string, at: Instant): Promise<Uint8Array> {
  const info = { Title: title, Creator: 'Sổ Chi Bộ', Producer: 'Sổ Chi Bộ', CreationDate: new Date(at) };
  const doc = new PDFDocument({ size: 'A4', margin: 72, font, lang: 'vi-VN', info });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const made = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  doc.fontSize(16).text(title, { align: 'center' }).moveDown();
  doc.fontSize(13);
  text.split('\n').forEach((line, n) => {
    doc.text(`${n + 1}. ${line}`, { align: 'justify', lineGap: 4 }).moveDown(0.5);
  });
  doc.moveDown().fontSize(11).text('Tài liệu minh họa do máy sinh ra, không phải văn bản thật.', { align: 'center' });
  doc.end();
  return made;
}
