import { withoutMarks } from '#shared/language/without-marks.ts';

/** Digits of every script; those of one script follow each other, and so do the styles of one script in mathematics. */
const odd = /[^\P{Nd}0-9]/gu;
const quotes = /[’‘′´`ʼ]/g;
const dashes = /[‐‑‒–—−]/g;

/**
 * A typed value in the letters that the readers here compare: small, without marks, one blank between words, digits as
 * 0 to 9, one kind of dash and of apostrophe.
 *
 * @example spelled(' 19 Giờ 30 phút ') //=> '19 gio 30 phut'
 */
export function spelled(text: string): string {
  return withoutMarks(text.replace(odd, (digit) => String(digitOf(digit))))
    .replace(quotes, "'")
    .replace(dashes, '-')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}
