import type { WordPart, WordsRevision } from '#shared/documents/judged-words.ts';
import type { Month } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

/** How many characters each part of a monthly briefing may have: with all of them full the letter fits its two pages. */
export const wordParts = { assessment: 350, causes: 350, tasks: 600, proposals: 250 } as const satisfies Record<
  WordPart,
  number
>;

/** The words of a unit's briefing about a month. */
export interface BriefingRevision extends WordsRevision {
  readonly unit: UnitId;
  readonly month: Month;
}
