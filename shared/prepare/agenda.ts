import type { Actor } from '#shared/access/session.ts';
import { digestOf } from '#shared/digest.ts';
import { type MeetingStepId, meetingSteps } from '#shared/norms/meeting-steps.ts';
import type { Day, Instant, Month } from '#shared/period.ts';
import type { focusSubjects } from '#shared/reports/focus-subjects.ts';
import type { UnitId } from '#shared/units/units.ts';

export type FocusSubject = keyof typeof focusSubjects;

/**
 * A line of an agenda: a step of the regime, whose id is the step's, or a matter to discuss, whose id says where it comes
 * from (`prepare/draft-agenda.ts`). Lines are never taken out: one that is not kept stays as what may be chosen.
 */
export interface AgendaLine {
  readonly id: string;
  readonly kept: boolean;
  /** Absent where a step is called as the regime calls it. */
  readonly text?: string;
  readonly minutes?: number;
  /** Who speaks: a role or a post, never a name. */
  readonly who?: string;
}

/** What a cell plans for its regular meeting of a month. */
export interface Agenda {
  readonly cell: UnitId;
  readonly month: Month;
  /** In the order in which they are dealt with. */
  readonly lines: readonly AgendaLine[];
  readonly subjects: readonly FocusSubject[];
  readonly day?: Day;
  /** `HH:MM`, 24 hours. */
  readonly startTime?: string;
  readonly venue?: string;
  /** What was done before the meeting, and on which day. */
  readonly committeeMetOn?: Day;
  readonly orientedOn?: Day;
  readonly papersSentOn?: Day;
}

/** An agenda as it was saved. Revisions are only ever added. */
export interface AgendaRevision extends Agenda {
  /** From 1. */
  readonly revision: number;
  readonly by: Actor;
  readonly at: Instant;
}

export const agendaDays = ['committeeMetOn', 'orientedOn', 'papersSentOn'] as const;
/** The answers of an agenda beside its lines and subjects. */
export const agendaHead = ['day', 'startTime', 'venue', ...agendaDays] as const;

/** @example agendaIdOf({ cell: 'hiep-hoa.thanh-van.thanh-binh', month: '2026-12' }) //=> 'hiep-hoa.thanh-van.thanh-binh_2026-12' */
export function agendaIdOf({ cell, month }: Pick<Agenda, 'cell' | 'month'>): string {
  return `${cell}_${month}`;
}

/** The step that a line is; `undefined` of a matter to discuss. */
export function stepOfLine({ id }: Pick<AgendaLine, 'id'>): MeetingStepId | undefined {
  return meetingSteps.find((step) => step === id);
}

/** The id of a line that somebody adds: the same words are the same line, whoever adds them. */
export function ownLineId(text: string): string {
  return `own-${digestOf(text).slice(0, 10)}`;
}

/** The matters chosen for the discussion, in their order. */
export function chosenMatters({ lines }: Pick<Agenda, 'lines'>): string[] {
  return lines.flatMap((line) => (line.kept && !stepOfLine(line) && line.text ? [line.text] : []));
}

/** How long the meeting is planned to take, in minutes. */
export function minutesOf({ lines }: Pick<Agenda, 'lines'>): number {
  return lines.reduce((sum, { kept, minutes = 0 }) => sum + (kept ? minutes : 0), 0);
}
