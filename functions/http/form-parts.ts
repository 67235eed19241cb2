/** A field of a form as it was sent: nothing is decoded yet. */
export interface FormPart {
  readonly name: Uint8Array;
  readonly value: Uint8Array;
  /** The encoding that it states for itself. */
  readonly charset?: string;
  readonly isFile?: boolean;
}

const [AND, EQUALS, PLUS, PERCENT, SPACE] = [0x26, 0x3d, 0x2b, 0x25, 0x20];

/** The fields of `application/x-www-form-urlencoded`, one by one: who has enough stops reading. */
export function* urlencodedParts(body: Buffer): Generator<FormPart> {
  for (let start = 0, end = 0; start < body.length; start = end + 1) {
    end = body.indexOf(AND, start);
    if (end < 0) end = body.length;
    if (end === start) continue;
    const pair = body.subarray(start, end);
    const equals = pair.indexOf(EQUALS);
    if (equals >= 0) yield { name: unescaped(pair.subarray(0, equals)), value: unescaped(pair.subarray(equals + 1)) };
    else yield { name: unescaped(pair), value: Buffer.alloc(0) };
  }
}

/** Percent escapes as bytes; what is no escape stays as it is. */
function unescaped(text: Buffer): Buffer {
  if (!text.includes(PERCENT) && !text.includes(PLUS)) return text;
  const bytes = Buffer.allocUnsafe(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at] as number;
    const escaped = byte === PERCENT ? hexOf(text[at + 1]) * 16 + hexOf(text[at + 2]) : Number.NaN;
    if (!Number.isNaN(escaped)) at += 2;
    bytes[length] = Number.isNaN(escaped) ? (byte === PLUS ? SPACE : byte) : escaped;
    length += 1;
  }
  return bytes.subarray(0, length);
}

function hexOf(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NaN;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LAST = Buffer.from('--');
const LONGEST_HEAD = 2000;

/**
 * The parts of `multipart/form-data` (RFC 7578), one by one.
 *
 * @throws {SyntaxError} for what is no such form, or was cut short
 */
export function* multipartParts(body: Buffer, type: string): Generator<FormPart> {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;,"]{1,70})(?=[\s;]|$))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) throw new SyntaxError('Not a form');
  // Each boundary begins a line, and the line break before it belongs to it; the first may begin the body.
  const mark = Buffer.from(`\r\n--${boundary}`, 'latin1');
  const isFirst = body.subarray(0, mark.length - 2).equals(mark.subarray(2));
  for (let at = isFirst ? -2 : body.indexOf(mark); at >= -2; ) {
    const start = at + mark.length;
    if (body.subarray(start, start + LAST.length).equals(LAST)) return;
    const headEnd = body.subarray(start, start + LONGEST_HEAD).indexOf(HEAD_END);
    const end = headEnd < 0 ? -1 : body.indexOf(mark, start + headEnd + 2);
    if (end < 0) break;
    const part = partOf(body.toString('latin1', start, start + headEnd));
    // A part without content ends with the line break that ends its head.
    if (part) yield { ...part, value: body.subarray(Math.min(start + headEnd + HEAD_END.length, end), end) };
    at = end;
  }
  throw new SyntaxError('Not a form');
}

function partOf(head: string): Omit<FormPart, 'value'> | undefined {
  const name = /[;\s]name="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) return undefined;
  const charset = /^content-type:[^\r\n]*;\s*charset="?([\w-]+)/im.exec(head)?.[1];
  const isFile = /[;\s]filename\*?=/i.test(head);
  return { name: Buffer.from(name, 'latin1'), ...(charset && { charset }), ...(isFile && { isFile }) };
}
