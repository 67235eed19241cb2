import type { Actor } from '#shared/access/session.ts';
import type { Block } from '#shared/documents/block.ts';
import { Fields } from '#shared/input/fields.ts';
import type { FieldError, Typed } from '#shared/input/typed.ts';
import type { Instant } from '#shared/period.ts';

/** The parts of a report in which somebody judges; all else in it is counted. */
export const wordPartIds = ['assessment', 'causes', 'tasks', 'proposals'] as const;
export type WordPart = (typeof wordPartIds)[number];

/** What somebody wrote in place of what was generated; an absent part stands as generated. */
export type JudgedWords = Readonly<Partial<Record<WordPart, string>>>;

/** The words of a report as somebody left them. Revisions are only ever added. */
export interface WordsRevision {
  /** From 1. */
  readonly revision: number;
  readonly by: Actor;
  readonly at: Instant;
  /** None once they have expired. */
  readonly words: JudgedWords;
  /** The digest of the figures that the writer saw. */
  readonly figures: string;
}

export type ParsedWords =
  | { readonly ok: true; readonly words: JudgedWords }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * Reads the words of a report. A part that is blank, or says just what is generated, is not kept: it goes on following
 * the figures.
 *
 * @param most how many characters each part may have
 */
export function parseWords(
  typed: Typed,
  generated: Readonly<Record<WordPart, string>>,
  most: Readonly<Record<WordPart, number>>,
): ParsedWords {
  const fields = new Fields(typed);
  // What is generated is never too long to be sent back.
  const read = wordPartIds.map(
    (part) => [part, fields.optionalWords(part, Math.max(most[part], generated[part].length))] as const,
  );
  fields.refuseOthers();
  if (fields.errors.length > 0) return { ok: false, errors: fields.errors };
  const own = read.filter(([part, words]) => words !== undefined && plain(words) !== plain(generated[part]));
  return { ok: true, words: Object.fromEntries(own) as JudgedWords };
}

/** Browsers send line breaks of their own. */
function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** A part of a report: its heading, what is counted, and what somebody judges. */
export interface ReportPart {
  readonly heading: string;
  readonly counted: readonly string[];
  readonly judged?: WordPart;
}

/** A section of a report with its parts. */
export interface ReportSection {
  readonly heading: string;
  readonly parts: readonly ReportPart[];
}

/** The text of a report's sections, with somebody's words where they stand, and else with those that were generated. */
export function sectionBlocks(
  sections: readonly ReportSection[],
  words: JudgedWords,
  generated: Readonly<Record<WordPart, string>>,
): Block[] {
  return sections.flatMap(({ heading, parts }) => [
    { heading },
    ...parts.flatMap(({ heading: under, counted, judged }) => {
      const said = judged ? (words[judged] ?? generated[judged]).split('\n').filter((line) => line.trim() !== '') : [];
      const [first = '', ...more] = [...counted, ...said];
      // Headings within a section stand in the line of their text, but before a list: a letter has two pages.
      const lines = first.startsWith('-') ? [`${under}:`, first, ...more] : [`${under}: ${first}`, ...more];
      return lines.map((text) => ({ text }));
    }),
  ]);
}
