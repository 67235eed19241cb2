import decodeQR from 'qr/decode.js';

/** Squares are drawn so many pixels wide. */
const PIXELS = 4;

/** What a phone reads from the QR code of a page: its SVG drawn as pixels, read by a decoder. */
export function readQr(html: string): string {
  const side = Number(/viewBox="0 0 (\d+) \d+"/.exec(html)?.[1] ?? 0);
  const path = /shape-rendering="crispEdges" d="([^"]+)"/.exec(html)?.[1] ?? '';
  const width = side * PIXELS;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x = 0, y = 0, run = 0] of [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)].map((each) =>
    each.map(Number),
  )) {
    for (let row = y * PIXELS; row < (y + 1) * PIXELS; row++) {
      const from = row * width + x * PIXELS;
      for (let at = from; at < from + run * PIXELS; at++) data.fill(0, at * 4, at * 4 + 3);
    }
  }
  return decodeQR({ width, height: width, data });
}
