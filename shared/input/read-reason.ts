const LONGEST_REASON = 1000;

/** A reason as it is stored: composed, trimmed, and no longer than a paragraph. */
export function readReason(typed: string | undefined): string {
  return (typed ?? '').normalize('NFC').trim().slice(0, LONGEST_REASON);
}
