import type { Scorecard } from '#shared/scorecards/scorecard.ts';

/**
 * Whether all that a scorecard counts is closed: only then are its figures compared, and its units ranked. A longer
 * period that is not over is the merge of the months that it has so far.
 */
export function isClosed({ status, parts }: Pick<Scorecard, 'status' | 'parts'>): boolean {
  return parts ? parts.every((part) => part.status === 'official') : status === 'official';
}
