import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** The file of a part. */
export const fileNameOf = (part: string) => `${part}.jsonl.gz`;

/** What was written into a file of an archive. */
export interface WrittenPart {
  readonly items: number;
  /** Of the file, compressed. */
  readonly bytes: number;
  /** Of the file, as `sha256sum` prints it. */
  readonly sha256: string;
  /** Of the lines, whatever their order: `linesDigest`. */
  readonly content: string;
}

/**
 * A digest of lines that is the same whatever their order: databases hand out the same items in different orders. It is
 * the sum of the lines' SHA-256, modulo 2^256, in hexadecimal; against tampering stands the digest of the file.
 */
function linesDigest() {
  let sum = 0n;
  return {
    add(line: string): void {
      sum = BigInt.asUintN(256, sum + BigInt(`0x${createHash('sha256').update(line).digest('hex')}`));
    },
    digest: () => sum.toString(16).padStart(64, '0'),
  };
}

/** Writes lines as they come, compressed, for the owner's eyes alone. */
export async function writePart(file: string, lines: AsyncIterable<string>): Promise<WrittenPart> {
  let items = 0;
  let bytes = 0;
  const content = linesDigest();
  const ofFile = createHash('sha256');
  async function* counted() {
    for await (const line of lines) {
      items += 1;
      content.add(line);
      yield `${line}\n`;
    }
  }
  const meter = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      ofFile.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(Readable.from(counted()), createGzip(), meter, createWriteStream(file, { mode: 0o600 }));
  return { items, bytes, sha256: ofFile.digest('hex'), content: content.digest() };
}

/** The lines of a file, one after another. */
export async function* readPart(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = source.pipe(createGunzip());
  source.once('error', (error) => text.destroy(error));
  for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) yield line;
}

/** A file's SHA-256, in hexadecimal. */
export async function fileDigest(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
