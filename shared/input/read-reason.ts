const LONGEST_REASON = 1000;

/** Reads a reason: NFC, trimmed, at most one paragraph long. */
export function readReason(typed: string | undefined): string {
  return (typed ?? '').normalize('NFC').trim().slice(0, LONGEST_REASON);
}
