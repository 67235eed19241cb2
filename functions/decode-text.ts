import { composed, isUnread, UNREAD } from '#shared/input/clean-text.ts';
import { fromOldFont, isMostly } from '#shared/input/old-fonts.ts';
import { isSyllable } from '#shared/input/syllable.ts';

/**
 * Decodes what was typed: in the encoding that it states, else in UTF-16 if it is certain to be that, else in UTF-8.
 * Bytes that mean nothing there become U+FFFD.
 *
 * @param stated the name of an encoding as HTTP and HTML have it
 */
export function decodeText(bytes: Uint8Array, stated?: string): string {
  return decoderOf(stated ?? utf16Of(bytes) ?? 'utf-8').decode(bytes);
}

/** What shows a file's encoding, if it states none. */
const SAMPLE_BYTES = 64 * 1024;
const readers = {
  'Windows-1258': (bytes: Uint8Array) => composed(decodeText(bytes, 'windows-1258')),
  'TCVN3 / VNI': (bytes: Uint8Array) => fromOldFont(decodeText(bytes, 'windows-1252')),
} as const;

/** How a file was encoded that was not UTF-8. */
export type FileEncoding = 'UTF-16' | keyof typeof readers;

/**
 * Decodes a file. Most state nothing, so if it is not Unicode it is what makes its words Vietnamese: Windows-1258, or
 * Windows-1252 for text in an old font (TCVN3, VNI). If that is uncertain the text is U+FFFD alone.
 */
export function decodeFile(bytes: Uint8Array): string {
  return decodeKnown(bytes).text;
}

/** The same, with the encoding that the file turned out to have; none for UTF-8, and where it is uncertain. */
export function decodeKnown(bytes: Uint8Array): { readonly text: string; readonly encoding?: FileEncoding } {
  const text = decodeText(bytes);
  if (!isUnread(text)) return { text, ...(utf16Of(bytes) && { encoding: 'UTF-16' }) };
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const names = Object.keys(readers) as (keyof typeof readers)[];
  const [encoding, ...more] = names.filter((each) => isVietnamese(readers[each](sample)));
  return encoding && more.length === 0 ? { text: readers[encoding](bytes), encoding } : { text: UNREAD };
}

function decoderOf(label: string): { decode(bytes: Uint8Array): string } {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new TextDecoder(); // an encoding that nobody knows: mostly it is UTF-8 all the same
  }
}

/**
 * UTF-16 as the mark at its beginning says, or its zeros: a text with blanks and digits has many on one side, and none
 * on the other.
 */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.length % 2 > 0 || !bytes.includes(0)) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < bytes.length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  if (even + odd < bytes.length / 4) return undefined;
  return even === 0 ? 'utf-16le' : odd === 0 ? 'utf-16be' : undefined;
}

function isVietnamese(text: string): boolean {
  const words = [...new Set(text.match(/[\p{L}\p{M}]+/gu))].filter((word) => /[^\x20-\x7e]/.test(word));
  return words.length > 0 && isMostly(words, isSyllable);
}
