/** What Windows-1252 shows for the bytes 80 to 9F. */
const specials = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
/** Bytes after the first of a character in UTF-8. */
const later = `[\u0080-\u00bf${specials}]`;
/** A character of two or three bytes whose bytes were taken for letters; Windows-1258 has Ă where 1252 has Ã. */
const sequence = new RegExp(`[\u00c2-\u00df\u0102]${later}|[\u00e0-\u00ef]${later}{2}`, 'g');
const byteOf: ReadonlyMap<string, number> = new Map([
  ...[...specials].map((letter, at) => [letter, 0x80 + at] as const),
  ['Ă', 0xc3],
]);
/** What Vietnamese text is made of beyond ASCII. */
const vietnamese =
  /^(?:[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u00a0-\u00ac\u00ae-\u00bf‘’“”–—…•₫\ufffd]|[\u0300-\u0303\u0306\u0309\u031b\u0323])$/;
/** What may well stand after the last letter of XÃ. */
const afterXa = /Ã[\u00a0’“”•]/;
/** Bytes for which Windows-1252 has no letter are often lost; with Ä that can only have been Đ. */
const alone = new RegExp(`Ä(?!${later})`, 'g');
/** The beginning of a character whose last byte was lost; nobody closes a quotation so that did not open it. */
const cutShort = new RegExp(`á[º»](?!${later})`, 'g');

/**
 * Turns UTF-8 that was read as Windows-1252 (or 1258) and encoded once more into what it was, up to twice over. What
 * is certain to be broken and cannot be turned back becomes U+FFFD.
 *
 * @example undoDoubleEncoding('ThÃ¡i SÆ¡n') //=> 'Thái Sơn'
 * @example undoDoubleEncoding('XÃ – PHƯỜNG') //=> 'XÃ – PHƯỜNG'
 */
export function undoDoubleEncoding(text: string): string {
  const once = undo(text, (read) => read);
  const twice = once === text ? once : undo(once, (read) => read);
  const whole = twice === once ? twice : undo(twice, () => '\uFFFD');
  const mended = whole === text ? whole : whole.replace(alone, 'Đ');
  return mended.includes('«') ? mended : mended.replace(cutShort, '\uFFFD');
}

function undo(text: string, use: (read: string) => string): string {
  const known = new Map<string, string>();
  return text.replace(sequence, (found, at: number) => {
    const before = known.get(found);
    if (before !== undefined) return before;
    const isXa = afterXa.test(found);
    if (isXa && !/[a-z]/.test(text.charAt(at - 1))) return found;
    const character = decoded(found);
    const read = vietnamese.test(character) ? use(character) : found;
    if (!isXa) known.set(found, read);
    return read;
  });
}

/** Decodes a character of UTF-8 from the letters that its two or three bytes were taken for. */
function decoded(letters: string): string {
  const [first = 0, ...rest] = Array.from(letters, (letter) => byteOf.get(letter) ?? letter.charCodeAt(0));
  const bits = rest.reduce((code, byte) => (code << 6) | (byte & 0x3f), first & (rest.length === 1 ? 0x1f : 0x0f));
  return String.fromCharCode(bits);
}
