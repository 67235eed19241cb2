import type { Actor } from '#shared/access/session.ts';
import { type Day, type Instant, parseDay } from '#shared/period.ts';
import { kinds } from '#shared/reports/choices.ts';
import type { Answers, NamesOf } from '#shared/reports/field.ts';
import type { ReportFields } from '#shared/reports/report-fields.ts';
import { isUnitId, type UnitId } from '#shared/units/units.ts';

/** A report's natural key: one meeting of one cell. */
export type ReportId = `${UnitId}_${Day}_${Kind}`;

/** One meeting as it was reported: the answers to the table of fields, and the reviewers' additions. */
export interface Report extends Answers<ReportFields> {
  /** Points that the commune or a working group gave instead; empty if it agreed, absent before a review. */
  readonly reviewed?: Readonly<Record<string, Rescore>>;
  /** The same for the district. */
  readonly official?: Readonly<Record<string, Rescore>>;
}

export type Kind = Report['kind'];
export type Task = Report['tasks'][number];
export type FollowUp = Report['followUps'][number];
export type Matter = Report['matters'][number];

/** Counts of members, never including guests. A blank in one of the six adjustments means 0, as the form says. */
export type Members = Pick<Report, NamesOf<ReportFields, { section: 'members'; blank: 'refused' | 'none' }>>;

/** Other points for a judged criterion, and why. */
export interface Rescore {
  readonly points: number;
  readonly reason: string;
}

export type State = 'submitted' | 'returned' | 'confirmed';

/** One step in a report's life with its full content. Revisions are only ever added. */
export interface Revision {
  readonly id: ReportId;
  /** From 1, without gaps. */
  readonly revision: number;
  readonly state: State;
  readonly report: Report;
  /** The digest of the report's content, from which the receipt number is made. */
  readonly digest: string;
  readonly by: Actor;
  /**
   * How many of its tasks have an owner and a day. Owners are words, which expire; figures are counted from this. Absent
   * from revisions that were stored before this was noted.
   */
  readonly assignedTasks?: number;
  /** Digests of its longer texts, by which copies are found: `passages.ts`. Absent as `assignedTasks` is. */
  readonly passages?: readonly string[];
  /** When the server received it. */
  readonly at: Instant;
  /** When the server received the first revision: this decides lateness, whatever was amended later. */
  readonly firstReceivedAt: Instant;
  /** When the form was finished, according to the device. */
  readonly filledAt?: Instant;
  /** The highest row number of its tasks so far, where no task has it any more. */
  readonly lastRow?: number;
  /** Why it was returned, amended after closing, or confirmed with a remark. */
  readonly reason?: string;
}

export function reportIdOf(report: Pick<Report, 'cell' | 'date' | 'kind'>): ReportId {
  return `${report.cell}_${report.date}_${report.kind}`;
}

export function isKind(text: string): text is Kind {
  return Object.hasOwn(kinds, text);
}

/** The parts of a report's id; `undefined` if the text is not such an id. */
export function parseReportId(text: string): Pick<Report, 'cell' | 'date' | 'kind'> | undefined {
  const [, cell = '', date = '', kind = ''] = /^(.+)_(.+)_(.+)$/.exec(text) ?? [];
  const day = /^\d{4}-/.test(date) ? parseDay(date) : undefined;
  const known = day && isUnitId(cell) && isKind(kind);
  return known ? { cell, date: day, kind } : undefined;
}

/** The parts of what is known to be a report's id. */
export function partsOfReportId(id: ReportId): Pick<Report, 'cell' | 'date' | 'kind'> {
  const parts = parseReportId(id);
  if (!parts) throw new RangeError(`Not a report's id: ${id}`);
  return parts;
}

/**
 * How many members were required to attend.
 *
 * No norm states the monthly base explicitly. This reading excludes every group that Quy định 24-QĐ/TW (30/07/2021)
 * and Hướng dẫn 42-HD/BTCTW (28/10/2025) excuse as a whole, and adds those who joined from elsewhere. An absence with a
 * reason does not reduce it. The result may be below 0 for counts that cannot be right.
 */
export function requiredOf(members: Members): number {
  return (
    members.fullMembers +
    members.probationaryMembers -
    members.exempt -
    members.temporarilyExempt -
    members.away -
    members.suspended -
    members.specialDuty +
    members.joining
  );
}
