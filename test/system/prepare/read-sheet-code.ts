import { inflateSync } from 'node:zlib';
import { decodeSquares, type Run } from '#test/system/proposals/read-qr.ts';

/** What a phone reads from the code on a sheet of paper: the squares that its PDF draws, read by a decoder. */
export function readSheetCode(pdf: Uint8Array): string {
  const file = Buffer.from(pdf).toString('latin1');
  for (const [, stream = ''] of file.matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    const drawn = inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
    // Each run of squares begins at its left upper corner and goes to the right.
    const runs = [...drawn.matchAll(/(?<![\d.])(\d+) (\d+) m\n(\d+) \2 l\n\3 (\d+) l/g)].map(
      ([, x, y, to]): Run => ({ x: Number(x), y: Number(y), length: Number(to) - Number(x) }),
    );
    // The border on the left is as wide as the one on the right.
    if (runs.length > 50) return decodeSquares(runs, Math.max(...runs.map(({ x, length }) => x + length)) + 4);
  }
  throw new Error('The sheet has no code');
}
