import type { Actor } from '#shared/access/session.ts';
import { type Day, type Instant, parseDay } from '#shared/period.ts';
import type { Topic } from '#shared/reports/topics.ts';
import { isUnitId, type UnitId } from '#shared/units/units.ts';

export const kinds = ['regular', 'thematic', 'extraordinary'] as const;
export type Kind = (typeof kinds)[number];
export type YesNo = 'yes' | 'no';

/** A report's natural key: one meeting of one cell. */
export type ReportId = `${UnitId}_${Day}_${Kind}`;

/** Counts of members, guests never included. The six adjustments are 0 where the form says so by a blank. */
export interface Members {
  readonly fullMembers: number;
  readonly probationaryMembers: number;
  readonly exempt: number;
  readonly temporarilyExempt: number;
  readonly away: number;
  readonly suspended: number;
  readonly specialDuty: number;
  readonly joining: number;
}

export interface Task {
  readonly what: string;
  readonly who?: string;
  readonly due?: Day;
}

export interface FollowUp {
  readonly task: string;
  readonly status: (typeof followUpStatuses)[number];
  /** Why it was dropped. */
  readonly reason?: string;
}
export const followUpStatuses = ['done', 'doing', 'overdue', 'dropped'] as const;

export interface Matter {
  readonly topic: Topic;
  readonly summary: string;
  readonly severity: (typeof severities)[number];
  readonly proposal?: string;
}
export const severities = ['low', 'medium', 'high'] as const;

export const resolutions = ['none', 'conclusion', 'resolution'] as const;
export const attendances = ['none', 'commune', 'group', 'both'] as const;

/** One meeting as it was reported. An absent field was left blank: it is unknown, neither zero nor no. */
export interface Report extends Members {
  readonly cell: UnitId;
  readonly date: Day;
  readonly kind: Kind;
  /** `HH:MM`, 24 hours. */
  readonly startTime?: string;
  readonly durationMinutes: number;

  readonly present: number;
  readonly excused: number;
  readonly unexcused: number;
  readonly late?: number;

  /** `na`: a cell too small to have a committee. */
  readonly committeeMet?: YesNo | 'na';
  readonly oriented?: YesNo;
  /** Sent to members at least a day before. */
  readonly papersSent?: YesNo;
  readonly focus?: string;

  readonly stepsFollowed?: YesNo;
  readonly previousReviewed?: YesNo;
  /** How many members spoke. */
  readonly speakers?: number;
  readonly selfCriticism?: YesNo;
  readonly notesTaken?: YesNo;
  readonly minutesKept?: YesNo;

  readonly resolution: (typeof resolutions)[number];
  readonly resolutionText?: string;
  /** Of the last resolution: how many targets it set and how many were met. */
  readonly targetsSet?: number;
  readonly targetsMet?: number;

  readonly tasks: readonly Task[];
  readonly followUps: readonly FollowUp[];
  readonly matters: readonly Matter[];

  readonly attendedBy?: (typeof attendances)[number];

  /** Judged criteria only, by the criterion's id. */
  readonly points: Readonly<Record<string, number>>;
  readonly deductionNote?: string;

  /** Points that the commune or a working group gave instead; empty where it agreed, absent before a review. */
  readonly reviewed?: Readonly<Record<string, Rescore>>;
  /** The same of the district. */
  readonly official?: Readonly<Record<string, Rescore>>;
}

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
  /** The digest of the report's content: the receipt number comes from it. */
  readonly digest: string;
  readonly by: Actor;
  /** When the server received it. */
  readonly at: Instant;
  /** When the server received the first revision: lateness goes by this one, whatever was amended later. */
  readonly firstReceivedAt: Instant;
  /** When the form was finished, as the device claims. */
  readonly filledAt?: Instant;
  /** Why it was returned, amended after closing, or confirmed with a remark. */
  readonly reason?: string;
}

export function reportIdOf(report: Pick<Report, 'cell' | 'date' | 'kind'>): ReportId {
  return `${report.cell}_${report.date}_${report.kind}`;
}

/** The parts of a report's id; `undefined` where a text is none. */
export function parseReportId(text: string): Pick<Report, 'cell' | 'date' | 'kind'> | undefined {
  const parts = /^(.+)_(.+)_(regular|thematic|extraordinary)$/.exec(text);
  const [, cell = '', date = '', kind] = parts ?? [];
  const day = /^\d{4}-/.test(date) ? parseDay(date) : undefined;
  return day && isUnitId(cell) ? { cell, date: day, kind: kind as Kind } : undefined;
}

/**
 * How many members were required to attend.
 *
 * No norm states the monthly base in so many words; this is the reading that excludes everyone whom Quy định
 * 24-QĐ/TW (30/07/2021) and Hướng dẫn 42-HD/BTCTW (28/10/2025) excuse as a class, and adds those who joined from
 * elsewhere. Absence with a reason does not shrink it. May be below 0 for counts that cannot be right.
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
