import { withoutMarks } from '#shared/language/without-marks.ts';

/** Digits beside a word that are no secret of their own: a year, a birthday. */
const MOST_PADDING = 8;
/** What must remain of a password beside its owner's words. */
const LEAST_REST = 4;
/** A text that repeats a shorter part than this is no longer than the part. */
const LEAST_PART = 6;

/** Neighbours on a keyboard, in the alphabet and in counting. */
const rows = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '01234567890', '!@#$%^&*()'];

/** Characters that stand for a letter: `p@ssw0rd`. A 1 is read as i and as l. */
const lookAlikes: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/** Letters of other alphabets that are drawn as Latin ones (Unicode UTS 39, "confusables"). */
const foreign = new Map(
  ['аa', 'еe', 'оo', 'рp', 'сc', 'хx', 'уy', 'іi', 'јj', 'ѕs', 'һh', 'ԁd', 'ԛq', 'ԝw', 'тt', 'нh', 'кk', 'мm', 'вb']
    .concat(['αa', 'εe', 'οo', 'ρp', 'ιi', 'κk', 'νv', 'τt', 'υu', 'χx', 'ηn', 'βb', 'ɑa', 'ɡg', 'ıi'])
    .map(([letter = '', latin = '']) => [letter, latin]),
);

interface Guesses {
  readonly common: ReadonlySet<string>;
  readonly own: readonly string[];
}

/**
 * Whether a guessing program would try a password early: it is one that many people have, it repeats or counts, or it
 * is made of words that everybody knows of its owner. Capitals, marks, blanks, look-alikes, digits or symbols around a
 * word, and writing it backwards change nothing.
 *
 * @example guessableFrom('Mật-khẩu-2026!', { common: new Set(['matkhau']), own: [] }) //=> 'common'
 */
export function guessableFrom(password: string, { common, own }: Guesses): 'common' | 'own-words' | undefined {
  const folded = folding(password);
  const texts = new Set([
    folded,
    [...folded].reverse().join(''),
    ...['i', 'l'].flatMap((one) => unmasked(folded, one)),
  ]);
  for (const text of texts) {
    const rest = without(own, plain(text));
    if (rest !== undefined && (letters(rest).length < LEAST_REST || isCommon(rest, common))) return 'own-words';
  }
  if (isSimple(folded) || isSimple(plain(folded)) || isDate(plain(folded))) return 'common';
  return [...texts].some((text) => isCommon(text, common)) ? 'common' : undefined;
}

/** A text as it compares: without capitals and marks, in Latin letters where others look the same. */
export function folding(text: string): string {
  const folded = withoutMarks(text.normalize('NFKD')).toLowerCase();
  return folded.replace(/[^ -~]/g, (letter) => foreign.get(letter) ?? letter);
}

/** Letters and digits alone. */
export function plain(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]/gu, '');
}

const letters = (text: string) => text.replace(/\P{L}/gu, '');

/** The text with look-alikes read as letters; those after the last letter may be mere padding, as may those before the first. */
function unmasked(folded: string, one: string): string[] {
  const read = (text: string) =>
    text.replace(/[@43!0$571]/g, (sign) => (sign === '1' ? one : (lookAlikes[sign] ?? sign)));
  const [, before = '', middle = '', after = ''] = /^(\P{L}*)(.*?)(\P{L}*)$/su.exec(folded) ?? [];
  return [read(folded), before + read(middle) + after, read(before + middle) + after, before + read(middle + after)];
}

/** Whether a text is in the list, alone or repeated, with or without digits around or in it. */
function isCommon(text: string, common: ReadonlySet<string>): boolean {
  const whole = plain(text);
  const inner = letters(whole);
  const digits = whole.replace(/\p{L}/gu, '');
  const words =
    isSimple(digits) || digits.length <= MOST_PADDING ? [inner, whole.replace(/^\P{L}+|\P{L}+$/gu, '')] : [];
  return [...words, ...withoutPadding(whole)].some((word) => common.has(word) || common.has(partOf(word)));
}

/** The text, and what it is without some of the digits around it: those next to a word may belong to it. */
function withoutPadding(whole: string): string[] {
  const most = (side: RegExp) => Math.min(side.exec(whole)?.[0].length ?? 0, MOST_PADDING);
  const [before, after] = [most(/^\P{L}*/u), most(/\P{L}*$/u)];
  return Array.from({ length: before + 1 }, (_, start) =>
    Array.from({ length: Math.min(after, MOST_PADDING - start) + 1 }, (__, end) =>
      whole.slice(start, whole.length - end),
    ),
  ).flat();
}

/** The part that a text repeats: `abcabcab` repeats `abc`. A text without a pattern is its own part. */
function partOf(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const part = text.slice(0, length);
    if (part.repeat(Math.ceil(text.length / length)).startsWith(text)) return part;
  }
  return text;
}

/** Whether a text repeats a short part, or runs along rows: `aaaaaaaaaa`, `abcabcabca`, `12345abcde`. */
function isSimple(text: string): boolean {
  const part = partOf(text);
  if (part !== text && part.length < LEAST_PART) return true;
  let runs = 1;
  for (let at = 1; at < text.length; at += 1) if (!areNeighbours(text[at - 1], text[at])) runs += 1;
  return runs * 3 <= text.length;
}

function areNeighbours(one = '', other = ''): boolean {
  return one === other || rows.some((row) => row.includes(one + other) || row.includes(other + one));
}

/** Whether digits are a day: 12/05/1987, 1987-05-12. */
function isDate(digits: string): boolean {
  const day = '(0?[1-9]|[12]\\d|3[01])';
  const month = '(0?[1-9]|1[0-2])';
  const year = '(19|20)\\d\\d';
  return new RegExp(`^(${day}${month}${year}|${month}${day}${year}|${year}${month}${day})$`).test(digits);
}

/** A text without its owner's words, the longest first; `undefined` if it has none of them. */
function without(own: readonly string[], text: string): string | undefined {
  const words = own.filter((word) => text.includes(word)).sort((a, b) => b.length - a.length);
  return words.length > 0 ? words.reduce((rest, word) => rest.replaceAll(word, ''), text) : undefined;
}
