import type { Actor } from '#shared/access/session.ts';
import { requireRegime } from '#shared/norms/regimes.ts';
import { criteriaOf } from '#shared/norms/rubric.ts';
import { addDays, type Day, type Instant, monthOf } from '#shared/period.ts';
import type { Report, ReportId } from '#shared/reports/report.ts';
import { partsOfReportId } from '#shared/reports/report.ts';
import type { UnitId } from '#shared/units/units.ts';

/** The documents of a meeting. Each kind is numbered by itself. */
export const documentKinds = ['minutes', 'resolution', 'conclusion'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The signs of a document's number. */
export const signs = { minutes: 'BB', resolution: 'NQ', conclusion: 'KL' } as const satisfies Record<
  DocumentKind,
  string
>;

/** The highest number that a document may have. */
export const MOST_NUMBER = 9999;

/** Within how many days after the meeting its result is to be published: Hướng dẫn 42-HD/BTCTW (28/10/2025). */
const PUBLISHED_WITHIN = 2;

/** What is entered into the register of a cell's documents. */
export type Said =
  /** A document has a number. It is given once and never changed. */
  | { readonly kind: 'number'; readonly report: ReportId; readonly document: DocumentKind; readonly number: number }
  /** From this day on another term of the cell runs: numbers begin again. */
  | { readonly kind: 'term'; readonly from: Day }
  /** The result of a meeting was published on a day; what is said last holds. */
  | { readonly kind: 'published'; readonly report: ReportId; readonly on: Day };

/**
 * An entry of the register, which is one list a cell, only ever added to: who adds the entry after the last one that he
 * saw knows all numbers that were given, so that none is given twice.
 */
export interface RegisterEntry {
  readonly cell: UnitId;
  /** Its place in the register, from 1, without gaps. */
  readonly revision: number;
  readonly said: Said;
  readonly by: Actor;
  readonly at: Instant;
}

export type NumberEntry = RegisterEntry & { readonly said: Extract<Said, { kind: 'number' }> };
export type PublishedEntry = RegisterEntry & { readonly said: Extract<Said, { kind: 'published' }> };

const isNumber = (entry: RegisterEntry): entry is NumberEntry => entry.said.kind === 'number';
const isPublished = (entry: RegisterEntry): entry is PublishedEntry => entry.said.kind === 'published';

/** The term that runs on a day, named by its first day; `undefined` before the first that was entered. */
export function termOn(entries: readonly RegisterEntry[], day: Day): Day | undefined {
  const begun = entries.flatMap(({ said }) => (said.kind === 'term' && said.from <= day ? [said.from] : []));
  return begun.sort().at(-1);
}

/** The numbers of one kind that were given in the term of a report's day. */
function numbersBeside(
  entries: readonly RegisterEntry[],
  document: DocumentKind,
  report: ReportId,
): readonly NumberEntry[] {
  const termOf = (id: ReportId) => termOn(entries, partsOfReportId(id).date);
  const term = termOf(report);
  return entries.filter(isNumber).filter(({ said }) => said.document === document && termOf(said.report) === term);
}

/** The entry by which a report's document has its number. */
export function numberOf(
  entries: readonly RegisterEntry[],
  document: DocumentKind,
  report: ReportId,
): NumberEntry | undefined {
  return entries.filter(isNumber).find(({ said }) => said.document === document && said.report === report);
}

/** The entry by which a number of a report's term is given already. */
export function takenBy(
  entries: readonly RegisterEntry[],
  { document, report, number }: Extract<Said, { kind: 'number' }>,
): NumberEntry | undefined {
  return numbersBeside(entries, document, report).find(({ said }) => said.number === number);
}

/** The number after the highest of the term: a cell that kept its register on paper goes on from the one it enters. */
export function nextNumber(entries: readonly RegisterEntry[], document: DocumentKind, report: ReportId): number {
  return 1 + Math.max(0, ...numbersBeside(entries, document, report).map(({ said }) => said.number));
}

/** What was last said about when a meeting's result was published. */
export function publishedOf(entries: readonly RegisterEntry[], report: ReportId): PublishedEntry | undefined {
  return entries.filter(isPublished).findLast(({ said }) => said.report === report);
}

/** The last day on which a meeting's result is published in time, where the score sheet of its month asks for that. */
export function publishedUntil({ date }: Pick<Report, 'date'>): Day | undefined {
  const isAsked = criteriaOf(requireRegime(monthOf(date))).some(({ id }) => id === 'published');
  return isAsked ? addDays(date, PUBLISHED_WITHIN) : undefined;
}

/** Whether the result of a meeting is to be published, and that entered: on its own day nobody is told of that yet. */
export function isToPublish(report: Pick<Report, 'date' | 'resolution'>, today: Day): boolean {
  return report.date < today && decisionOf(report) !== undefined && publishedUntil(report) !== undefined;
}

/** What a meeting decided, as a document; `undefined` where it decided nothing. */
export function decisionOf({ resolution }: Pick<Report, 'resolution'>): 'resolution' | 'conclusion' | undefined {
  return resolution === 'none' ? undefined : resolution;
}
