import { cleanText } from '#shared/input/clean-text.ts';

const LONGEST_REASON = 1000;

/** A reason as it is stored: clean, trimmed, and no longer than a paragraph. */
export function readReason(typed: string | undefined): string {
  const text = cleanText(typed ?? '').trim();
  return text.slice(0, LONGEST_REASON).replace(/[\ud800-\udbff]$/, ''); // half of a character
}
