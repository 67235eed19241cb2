import { unpack } from '#functions/files/unpack.ts';
import { readZip } from '#shared/guidance/zip-directory.ts';

/** The parts of a ZIP file as text, by their names. */
export function zipParts(bytes: Uint8Array): Readonly<Record<string, string>> {
  const entries = readZip(bytes);
  if (!Array.isArray(entries)) throw new Error(`No ZIP file: ${String(entries)}`);
  return Object.fromEntries(
    entries.map((entry) => [entry.name, new TextDecoder().decode(unpack(entry, { bytes: 10_000_000 }) as Uint8Array)]),
  );
}
