import { crc32, deflateRawSync } from 'node:zlib';

/** How an entry of a ZIP file is written; what is left out is written as it should be. */
export interface Written {
  readonly content: string | Uint8Array;
  /** In the directory; its local header says something else. */
  readonly listedAs?: string;
  /** The length that the headers state. */
  readonly bytes?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
}

/** A ZIP file with these entries, in their order; a list may hold a name twice. */
export function zipFile(
  entries: readonly (readonly [string, string | Uint8Array | Written])[],
  { before = '', between = '' }: { readonly before?: string; readonly between?: string } = {},
): Buffer {
  const locals: Buffer[] = [Buffer.from(before)];
  const central: Buffer[] = [];
  for (const [name, given] of entries) {
    const written: Written = typeof given === 'string' || given instanceof Uint8Array ? { content: given } : given;
    const content = Buffer.from(written.content);
    const method = written.method ?? 8;
    const packed = method === 8 ? deflateRawSync(content) : content;
    const offset = locals.reduce((sum, { length }) => sum + length, 0);
    const both = Buffer.alloc(26);
    both.writeUInt16LE(20, 0);
    both.writeUInt16LE(written.flags ?? 0, 2);
    both.writeUInt16LE(method, 4);
    both.writeUInt32LE(written.crc ?? crc32(content), 10);
    both.writeUInt32LE(packed.length, 14);
    both.writeUInt32LE(written.bytes ?? content.length, 18);
    both.writeUInt16LE(Buffer.byteLength(name), 22);
    locals.push(Buffer.from('PK\u0003\u0004', 'latin1'), both, Buffer.from(name), packed, Buffer.from(between));
    const listed = Buffer.from(written.listedAs ?? name);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    const same = Buffer.from(both);
    same.writeUInt16LE(listed.length, 22);
    central.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), same, more, listed);
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(Buffer.concat(locals).length, 16);
  return Buffer.concat([...locals, directory, end]);
}
