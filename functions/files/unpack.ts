import { crc32, inflateRawSync } from 'node:zlib';
import type { ZipEntry } from '#shared/guidance/zip-directory.ts';

/** How many bytes may still be unpacked; unpacking takes from it. */
export interface Room {
  bytes: number;
}

interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** Unpacks an entry, never further than there is room, whatever length the file states. */
export function unpack({ method, packed, bytes, crc }: ZipEntry, room: Room): Buffer | 'broken' | 'unpacks-too-big' {
  let content: Buffer;
  try {
    if (method === 0) {
      content = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
    } else {
      // The types of Node leave out what `info` returns.
      const inflated = inflateRawSync(packed, { maxOutputLength: room.bytes + 1, info: true }) as unknown as Inflated;
      // What follows the deflated stream would be read by nobody, or by somebody else.
      if (inflated.engine.bytesWritten !== packed.length) return 'broken';
      content = inflated.buffer;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return 'unpacks-too-big';
    return 'broken';
  }
  if (content.length > room.bytes) return 'unpacks-too-big';
  room.bytes -= content.length;
  return content.length === bytes && crc32(content) === crc ? content : 'broken';
}
