import type { Typed } from '#shared/input/typed.ts';
import type { Day } from '#shared/period.ts';
import { type Agenda, chosenMatters } from '#shared/prepare/agenda.ts';
import { codesOf } from '#shared/reports/choices.ts';
import { focusSubjects } from '#shared/reports/focus-subjects.ts';
import { reportFields } from '#shared/reports/report-fields.ts';
import { typedDay } from '#shared/reports/to-typed.ts';

/** The fields of a report that its agenda can answer, each with the day that says it, where one does. */
export type FromAgenda = Readonly<Partial<Record<string, Day | true>>>;

interface KnownReport {
  readonly typed: Typed;
  readonly from: FromAgenda;
}

/**
 * What the report of a meeting begins with, where its agenda was saved: what was chosen, and what was done before. It says
 * nothing of how the meeting went, and gives no points: what an agenda does not say stays blank.
 *
 * @param today a day to come is not offered as the day of the meeting: only what took place is reported
 */
export function reportFromAgenda(agenda: Agenda, today: Day): KnownReport {
  const { day, startTime, committeeMetOn, orientedOn, papersSentOn, subjects } = agenda;
  const focus = chosenMatters(agenda).join('; ').slice(0, reportFields.focus.most);
  const codes = codesOf(focusSubjects);
  const held = day && day <= today ? day : undefined;
  return {
    typed: {
      ...(held && { date: typedDay(held) }),
      ...(startTime && { startTime }),
      ...(committeeMetOn && { committeeMet: 'yes' }),
      ...(orientedOn && { oriented: 'yes' }),
      // "At least a day before" is told only with the day of the meeting.
      ...(papersSentOn && day && { papersSent: papersSentOn < day ? 'yes' : 'no' }),
      ...(focus && { focus }),
      ...Object.fromEntries(
        codes.flatMap((code, n) => (subjects.includes(code) ? [[`focusSubjects[${n}]`, code]] : [])),
      ),
    },
    from: {
      ...(held && { date: true }),
      ...(startTime && { startTime: true }),
      ...(committeeMetOn && { committeeMet: committeeMetOn }),
      ...(orientedOn && { oriented: orientedOn }),
      ...(papersSentOn && day && { papersSent: papersSentOn }),
      ...(focus && { focus: true }),
      ...(subjects.length > 0 && { focusSubjects: true }),
    },
  };
}
