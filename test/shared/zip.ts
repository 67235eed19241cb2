export const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A ZIP file with empty entries of these names. */
export function zipOf(names: readonly string[], comment = ''): Uint8Array {
  const locals = names.map((name) => record(0x04034b50, 30, { 26: name.length }, name));
  let offset = 0;
  const central = names.map((name, at) => {
    const entry = record(0x02014b50, 46, { 28: name.length }, name);
    new DataView(entry.buffer).setUint32(42, offset, true);
    offset += locals[at]?.length ?? 0;
    return entry;
  });
  const size = central.reduce((sum, { length }) => sum + length, 0);
  const end = record(0x06054b50, 22, { 8: names.length, 10: names.length, 20: comment.length }, comment);
  const view = new DataView(end.buffer);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return Uint8Array.from([...locals, ...central, end].flatMap((part) => [...part]));
}

function record(signature: number, length: number, shorts: Readonly<Record<number, number>>, text: string): Uint8Array {
  const bytes = new Uint8Array(length + text.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  for (const [at, value] of Object.entries(shorts)) view.setUint16(Number(at), value, true);
  bytes.set(bytesOf(text), length);
  return bytes;
}
