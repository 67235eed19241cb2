import { readFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';

/** A part of a screen, in pixels; its last column and row belong to it. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const BYTES = 4;

/** What a screen shows, as Xvfb writes it (`-fbdir`): a window dump of X with four bytes a pixel: blue, green, red, none. */
export class Frame {
  readonly width: number;
  readonly height: number;
  readonly #pixels: Buffer;

  private constructor(dump: Buffer) {
    const head = (field: number) => dump.readUInt32BE(field * 4);
    const [size, width, height, colors] = [head(0), head(4), head(5), head(19)];
    this.width = width;
    this.height = height;
    this.#pixels = dump.subarray(size + colors * 12, size + colors * 12 + width * height * BYTES);
  }

  static async read(path: string): Promise<Frame> {
    return new Frame(await readFile(path));
  }

  #row(y: number): Buffer {
    return this.#pixels.subarray(y * this.width * BYTES, (y + 1) * this.width * BYTES);
  }

  at(x: number, y: number): number {
    return this.#row(y).readUInt32LE(x * BYTES) & 0xffffff;
  }

  /** The box around all that is different in another frame, from a row on; `undefined` where nothing is. */
  changed(other: Frame, from = 0): Box | undefined {
    let box: Box | undefined;
    for (let y = from; y < this.height; y++) {
      if (this.#row(y).equals(other.#row(y))) continue;
      for (let x = 0; x < this.width; x++) {
        if (this.at(x, y) === other.at(x, y)) continue;
        box = {
          left: Math.min(x, box?.left ?? x),
          top: box?.top ?? y,
          right: Math.max(x, box?.right ?? x),
          bottom: y,
        };
      }
    }
    return box;
  }

  /** The first line from a row on that is drawn across columns in one colour other than the first row's. */
  lineBelow(y: number, left: number, right: number): number | undefined {
    const paper = this.at(left, y);
    for (let row = y; row < this.height; row++) {
      const colour = this.at(left, row);
      let x = left;
      while (x < right && this.at(x, row) === colour) x++;
      if (x === right && colour !== paper) return row;
    }
    return undefined;
  }

  /** The picture of some rows as a PNG. */
  toPng(top: number, bottom: number): Buffer {
    const rows: Buffer[] = [];
    for (let y = top; y < bottom; y++) {
      const row = Buffer.alloc(1 + this.width * 3);
      for (let x = 0; x < this.width; x++) row.writeUIntBE(this.at(x, y), 1 + x * 3, 3);
      rows.push(row);
    }
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(bottom - top, 4);
    header.set([8, 2], 8);
    const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND')];
    return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]);
  }
}

function chunk(type: string, data = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
