import decodeQR from 'qr/decode.js';

/** Squares are drawn so many pixels wide. */
const PIXELS = 4;

/** Dark squares one beside the other. */
export interface Run {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

/** What a phone reads from the QR code of a page: its SVG drawn as pixels, read by a decoder. */
export function readQr(html: string): string {
  const side = Number(/viewBox="0 0 (\d+) \d+"/.exec(html)?.[1] ?? 0);
  const path = /shape-rendering="crispEdges" d="([^"]+)"/.exec(html)?.[1] ?? '';
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)].map(
    ([, x, y, length]): Run => ({ x: Number(x), y: Number(y), length: Number(length) }),
  );
  return decodeSquares(runs, side);
}

/** Reads the code of which some squares are dark, in a field of so many squares a side. */
export function decodeSquares(runs: readonly Run[], side: number): string {
  const width = side * PIXELS;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const { x, y, length } of runs) {
    for (let row = y * PIXELS; row < (y + 1) * PIXELS; row++) {
      const from = row * width + x * PIXELS;
      for (let at = from; at < from + length * PIXELS; at++) data.fill(0, at * 4, at * 4 + 3);
    }
  }
  return decodeQR({ width, height: width, data });
}
