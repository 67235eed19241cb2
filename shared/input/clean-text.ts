import { undoDoubleEncoding } from '#shared/input/double-encoding.ts';
import { fromOldFont } from '#shared/input/old-fonts.ts';

/** Stands in a text for what could not be read (U+FFFD, the replacement character). No such text is stored. */
export const UNREAD = '\uFFFD';

/** Letters as they should come, which most texts are made of. */
const plain = /^[\n\t\x20-\x7e\u00c0-\u024f\u1ea0-\u1ef9]*$/;

/** A letter of the languages written here has at most three marks; more are a prank that covers other lines. */
const MOST_MARKS = 4;
const tooManyMarks = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');
/** Their order is found in a time that grows with the square of their number. */
const endlessMarks = /(\p{M}{32})\p{M}+/gu;
const marksOnNothing = /(^|\s)\p{M}+/gu;

const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Spaces of every width, and letters that are drawn blank. */
const spaces = /[\p{Zs}\u2800\u3164\uffa0]/gu;
/** Halves of characters, and control characters (C1) that only a wrong encoding makes. */
const broken = /[\p{Cs}\u0080-\u009f]/gu;
/**
 * Control characters, marks of direction, joiners, selectors and all else that is invisible, private use, characters
 * that do not exist. An emoji that was joined of several becomes these several.
 */
const unwanted = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Me}\p{DI}\ufffc\u{1d159}]/gu;
const fullWidth = /[\uff01-\uff5e]/g;

/**
 * A text as it may be stored: composed (NFC), with plain spaces and line breaks, without anything invisible. A text in
 * a wrong encoding is put right where that is certain. What cannot be read is U+FFFD in it.
 *
 * Everything typed, sent or imported comes through here; passwords alone do not.
 *
 * @example cleanText('\u200e１２\u00a0') //=> '12 '
 */
export function cleanText(text: string): string {
  if (plain.test(text)) return fromOldFont(text);
  let cleaned = text;
  // Taking something out may bring together what belongs together: two rounds more at most.
  for (let before = ''; before !== cleaned; ) {
    before = cleaned;
    cleaned = cleanOnce(before);
  }
  return cleaned;
}

/** A text of one line, such as a name: each run of blanks is one space, none at the ends. */
export function cleanLine(text: string): string {
  return oneLine(cleanText(text));
}

/** A clean text as one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether something in a cleaned text could not be read. */
export function isUnread(text: string): boolean {
  return text.includes(UNREAD);
}

/** Whether a field holds a password: that is what it is, whatever it looks like, and has a rule of its own. */
export function isSecret(field: string): boolean {
  return /password|^(old|repeat)$/i.test(field);
}

/** Composes letters and marks (NFC), in a time that does not depend on how many marks are in a row. */
export function composed(text: string): string {
  return text.replace(endlessMarks, '$1').normalize('NFC');
}

function cleanOnce(text: string): string {
  return fromOldFont(undoDoubleEncoding(composed(text)))
    .replace(lineBreaks, '\n')
    .replace(spaces, ' ')
    .replace(broken, UNREAD)
    .replace(unwanted, (each) => (each === '\n' || each === '\t' ? each : ''))
    .replace(fullWidth, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0))
    .normalize('NFD')
    .replace(tooManyMarks, '$1')
    .replace(marksOnNothing, '$1')
    .normalize('NFC');
}
