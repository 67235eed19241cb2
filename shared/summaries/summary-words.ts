import type { WordPart, WordsRevision } from '#shared/documents/judged-words.ts';
import type { Span } from '#shared/input/parse-span.ts';
import type { UnitId } from '#shared/units/units.ts';

/** How many characters each part of a summary may have: it speaks of years, and no committee bounds its pages. */
export const summaryWordParts = {
  assessment: 1500,
  causes: 1500,
  tasks: 2000,
  proposals: 1000,
} as const satisfies Record<WordPart, number>;

/** The words of a unit's summary of a span of months. */
export interface SummaryRevision extends WordsRevision, Span {
  readonly unit: UnitId;
}
