import { type Room, unpack } from '#functions/files/unpack.ts';
import { inspectPart } from '#functions/guidance/inspect/inspect-part.ts';
import { contentMarkers, faultIn, partMarkers } from '#functions/guidance/inspect/office-markers.ts';
import type { FileFinding } from '#shared/guidance/file-content.ts';
import { readZip, type ZipEntry } from '#shared/guidance/zip-directory.ts';

/** A chart of Word keeps its figures in a workbook of its own. */
const chartWorkbook = /(^|\/)embeddings\/[^/]+\.xlsx$/i;

/**
 * What a Word or Excel file of today holds besides what it shows. Every part is unpacked and read, under whatever name.
 *
 * @param room what it may still unpack to
 * @param isInner it is the workbook of a chart, in which there are no others
 */
export function* inspectOffice(entries: readonly ZipEntry[], room: Room, isInner = false): Generator<FileFinding> {
  for (const { name } of entries) {
    const fault = faultIn(partMarkers, name);
    if (fault) yield { fault, found: name };
  }
  const workbooks = new Map<string, Buffer>();
  const ofCharts = new Set<string>();
  for (const entry of entries) {
    const content = unpack(entry, room);
    if (typeof content === 'string') {
      yield { fault: content, found: entry.name };
      return;
    }
    if (!isInner && chartWorkbook.test(entry.name)) workbooks.set(entry.name, content);
    else yield* inspectContent(entry.name, content, ofCharts);
  }
  for (const [name, content] of workbooks) {
    const inner = ofCharts.has(name) ? readZip(content) : undefined;
    if (Array.isArray(inner)) yield* inspectOffice(inner, room, true);
    else yield { fault: 'has-embedded', found: name };
  }
}

function* inspectContent(name: string, content: Buffer, ofCharts: Set<string>): Generator<FileFinding> {
  const fault = faultIn(contentMarkers, content.toString('latin1', 0, 16));
  if (fault || /(^|\/)embeddings\/./i.test(name)) yield { fault: fault ?? 'has-embedded', found: name };
  else yield* inspectPart(name, content, ofCharts);
}
