/** A file in a ZIP file, still packed. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly packed: Uint8Array;
  /** The length and the checksum that the directory states: only unpacking proves them. */
  readonly bytes: number;
  readonly crc: number;
}

const MOST_ENTRIES = 2000;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** What may follow an entry's content when its length was not known before: a data descriptor, of 64 bits at most. */
const LONGEST_DESCRIPTOR = 24;
/** The extra field with another name for the entry, which only some programs read. */
const OTHER_NAME = 0x7075;

/**
 * The entries of a ZIP file, in which every program must find the same (APPNOTE 4.3): nothing before, between or after
 * them, one directory, local headers that agree with it, and each name once. ZIP64 is not needed for files of some MB.
 *
 * @returns `undefined` for what is no ZIP file
 */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] | 'broken' | 'encrypted' | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const isOneDisk = view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === count;
  if (!isOneDisk || count > MOST_ENTRIES || start + view.getUint32(end + 12, true) !== end) return 'broken';

  const found: Placed[] = [];
  let at = start;
  for (let n = 0; n < count; n += 1) {
    const entry = readEntry(view, bytes, at, end);
    if (typeof entry === 'string') return entry;
    found.push(entry);
    at = entry.next;
  }
  const names = new Set(found.map(({ name }) => name.toLowerCase()));
  return at === end && names.size === count && fillAll(found, start) ? found : 'broken';
}

interface Placed extends ZipEntry {
  readonly from: number;
  readonly to: number;
  /** The length is stated after the content. */
  readonly hasDescriptor: boolean;
  /** Where the directory goes on. */
  readonly next: number;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, end: number): Placed | 'broken' | 'encrypted' {
  if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) return 'broken';
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
    number,
    number,
    number,
  ];
  const next = at + 46 + nameLength + extraLength + commentLength;
  const from = view.getUint32(at + 42, true);
  if (next > end || from + 30 > bytes.length || view.getUint32(from, true) !== LOCAL) return 'broken';
  const flags = view.getUint16(at + 8, true) | view.getUint16(from + 6, true);
  // Bit 0: encrypted; 6: strongly; 13: so is the directory.
  if (flags & 0x2041) return 'encrypted';
  const method = view.getUint16(at + 10, true);
  const length = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const name = textOf(bytes.subarray(at + 46, at + 46 + nameLength));
  const nameEnd = from + 30 + view.getUint16(from + 26, true);
  const content = nameEnd + view.getUint16(from + 28, true);
  const hasDescriptor = (flags & 8) !== 0;
  const localLength = view.getUint32(from + 18, true);
  const isAsStated =
    view.getUint16(from + 8, true) === method &&
    textOf(bytes.subarray(from + 30, nameEnd)) === name &&
    (hasDescriptor || localLength === length || localLength === 0xffffffff);
  const isRead = method === 8 || (method === 0 && length === size);
  const extra = bytes.subarray(at + 46 + nameLength, next - commentLength);
  if (!isAsStated || !isRead || content + length > end || !isPlainName(name) || hasOtherName(extra)) return 'broken';
  const packed = bytes.subarray(content, content + length);
  const crc = view.getUint32(at + 16, true);
  return { name, method, packed, bytes: size, crc, from, to: content + length, hasDescriptor, next };
}

/** Whether entries follow each other from the first byte to the directory: none overlaps, nothing hides between them. */
function fillAll(entries: readonly Placed[], directory: number): boolean {
  let at = 0;
  let slack = 0;
  for (const { from, to, hasDescriptor } of entries.toSorted((a, b) => a.from - b.from)) {
    if (from < at || from > at + slack) return false;
    at = to;
    slack = hasDescriptor ? LONGEST_DESCRIPTOR : 0;
  }
  return directory >= at && directory <= at + slack;
}

/** Whether a name stays in its folder in every file system. */
function isPlainName(name: string): boolean {
  return /^[^/\\:\p{Cc}][^\\:\p{Cc}]*$/u.test(name) && !name.split('/').some((part) => part === '..' || part === '.');
}

function hasOtherName(extra: Uint8Array): boolean {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === OTHER_NAME) return true;
  }
  return false;
}

/** The offset of the record that ends the directory: its comment, of up to 65,535 bytes, ends the file. */
function endOfDirectory(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at -= 1) {
    if (view.getUint32(at, true) === END && view.getUint16(at + 20, true) === last - at) return at;
  }
  return undefined;
}

/** Decodes a name byte by byte: the names that matter are ASCII. */
function textOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
