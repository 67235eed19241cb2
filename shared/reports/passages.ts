import { digestOf } from '#shared/digest.ts';
import type { Report } from '#shared/reports/report.ts';

/** Shorter texts are formulas that honest cells share: "thông qua nghị quyết", "vệ sinh môi trường". In letters. */
const LEAST_LETTERS = 40;
/** As much of a digest as tells the texts of a district apart. In hexadecimal digits. */
const DIGITS = 16;

/**
 * What a report says in its own words, as digests by which copies are found without the words: the same text has the
 * same digest, whatever its numbers, spaces, case and signs. Short texts have none.
 *
 * @example passagesOf({ focus: 'Họp' }) //=> []
 */
export function passagesOf({ focus = '', resolutionText = '' }: Pick<Report, 'focus' | 'resolutionText'>): string[] {
  const texts = [focus, resolutionText].map(letters).filter((text) => text.length >= LEAST_LETTERS);
  return [...new Set(texts.map((text) => digestOf(text).slice(0, DIGITS)))];
}

/** The letters of a text alone: another month, sum or stop makes no other text. */
function letters(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '');
}
