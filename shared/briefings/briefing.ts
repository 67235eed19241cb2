import type { Actor } from '#shared/access/session.ts';
import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Instant, Month } from '#shared/period.ts';
import type { UnitId } from '#shared/units/units.ts';

/**
 * The parts of a monthly briefing in which somebody judges, each with how many characters it may have: with all of them
 * full the letter still fits its two pages.
 */
export const wordParts = { assessment: 350, causes: 350, tasks: 600, proposals: 250 } as const;
export type WordPart = keyof typeof wordParts;
export const wordPartIds = Object.keys(wordParts) as readonly WordPart[];

/** What somebody wrote in place of what was generated; an absent part stands as generated. */
export type BriefingWords = Readonly<Partial<Record<WordPart, string>>>;

/** The words of a unit's briefing about a month. Revisions are only ever added. */
export interface BriefingRevision {
  readonly unit: UnitId;
  readonly month: Month;
  /** From 1. */
  readonly revision: number;
  readonly by: Actor;
  readonly at: Instant;
  readonly words: BriefingWords;
  /** The digest of the scorecard whose figures the writer saw. */
  readonly figures: string;
}

export type ParsedBriefing =
  | { readonly ok: true; readonly words: BriefingWords }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads the words of a briefing. A part that is blank, or says just what is generated, is not kept: it goes on following the figures. */
export function parseBriefing(typed: Typed, generated: Readonly<Record<WordPart, string>>): ParsedBriefing {
  const fields = new Fields(typed);
  // What is generated is never too long to be sent back.
  const most = (part: WordPart) => Math.max(wordParts[part], generated[part].length);
  const read = wordPartIds.map((part) => [part, fields.optionalWords(part, most(part))] as const);
  fields.refuseOthers();
  if (fields.errors.length > 0) return { ok: false, errors: fields.errors };
  const own = read.filter(([part, words]) => words !== undefined && plain(words) !== plain(generated[part]));
  return { ok: true, words: Object.fromEntries(own) as BriefingWords };
}

/** Browsers send line breaks of their own. */
function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
