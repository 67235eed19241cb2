import { constants, crc32, deflateRawSync } from 'node:zlib';
import type { ZipEntry } from '#shared/guidance/zip-directory.ts';

/** The zip format's first day: a file's time says nothing that its content does not, and would change its bytes. */
const FIRST_DAY = 0x21;

/** As many bytes are deflated at once: of less, what came before helps too little. */
const PIECE = 262_144;

/**
 * Packs a text that is never whole in memory. Each piece is deflated by itself, up to a byte's end, and an empty last one
 * ends them all (RFC 1951). All pass through the same few bytes: half a million values leave no buffers behind.
 */
export function packEntry(name: string, texts: Iterable<string>): ZipEntry {
  const [piece, encoder] = [new Uint8Array(PIECE), new TextEncoder()];
  const packed: Buffer[] = [];
  let [used, bytes, crc] = [0, 0, 0];
  const flush = () => {
    const content = piece.subarray(0, used);
    bytes += used;
    crc = crc32(content, crc);
    packed.push(deflateRawSync(content, { finishFlush: constants.Z_SYNC_FLUSH }));
    used = 0;
  };
  for (const text of texts) {
    for (let at = 0; at < text.length; ) {
      // As much as there is room for: it never parts the halves of a sign.
      const { read, written } = encoder.encodeInto(text.slice(at), piece.subarray(used));
      at += read;
      used += written;
      if (at < text.length) flush();
    }
  }
  flush();
  return { name, method: 8, packed: Buffer.concat([...packed, deflateRawSync('')]), bytes, crc };
}

/** A ZIP file with these entries (APPNOTE 4.3), as they are packed. */
export function packZip(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, method, packed, bytes, crc } of entries) {
    const path = Buffer.from(name);
    // What both headers say of an entry: version 2.0, no flags.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(method, 4);
    facts.writeUInt16LE(FIRST_DAY, 8);
    facts.writeUInt32LE(crc, 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes, 18);
    facts.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const local = [Buffer.from('PK\u0003\u0004'), facts, path];
    locals.push(...local, Buffer.from(packed.buffer, packed.byteOffset, packed.length));
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, place, path);
    at += 4 + facts.length + path.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
