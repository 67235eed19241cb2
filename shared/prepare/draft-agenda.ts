import { digestOf } from '#shared/digest.ts';
import { minutesFor } from '#shared/judging/criteria.ts';
import { stepsOf } from '#shared/norms/meeting-steps.ts';
import { type Agenda, type AgendaLine, stepOfLine } from '#shared/prepare/agenda.ts';
import type { Prepared } from '#shared/prepare/gather.ts';
import { LONGEST_LINE, MOST_LINES } from '#shared/prepare/parse-agenda.ts';
import { plannedName } from '#shared/themes/texts/themes.ts';
import type { UnitId } from '#shared/units/units.ts';

/** So many lines of a saved or drafted agenda leave room for what the secretary adds. */
const ROOM_FOR_OWN = 8;
/** A task that came up so often is a matter to discuss, and not only to report on. */
const REPEATED = 2;

/**
 * The agenda that the steps of the regime and what is stored suggest, in Vietnamese: the orientation's points and the
 * planned theme are chosen, tasks that come up again and again are too, and concerns without an answer may be.
 *
 * The same things always have the same lines: whoever saves a draft and whoever saves it after them speak of the same.
 */
export function draftAgenda(cell: UnitId, prepared: Prepared): Agenda {
  const { month, regime, planned, day, startTime, venue, orientedOn } = prepared;
  const shortest = minutesFor({ fullMembers: prepared.members ?? 0, probationaryMembers: 0 }, regime);
  const steps = stepsOf({ steps: regime.steps, shortest, thematic: planned !== undefined });
  const matters = mattersOf(prepared).slice(0, MOST_LINES - ROOM_FOR_OWN - steps.length);
  const lines = steps.flatMap(({ id, minutes }): AgendaLine[] => {
    const step = { id, kept: true, minutes };
    return id === 'discussion' ? [step, ...matters] : [step];
  });
  return {
    cell,
    month,
    lines,
    subjects: [],
    ...(day && { day }),
    ...(startTime && { startTime }),
    ...(venue && { venue }),
    ...(orientedOn && { orientedOn }),
  };
}

function mattersOf({ orientation, planned, tasks, unanswered, proposed }: Prepared): AgendaLine[] {
  const line = (id: string, text: string, kept: boolean) => ({ id, kept, text: text.slice(0, LONGEST_LINE) });
  return [
    ...(planned ? [line('theme', `Chuyên đề: ${plannedName(planned, 'vi')}`, true)] : []),
    ...orientation.map((text) => line(`guidance-${digestOf(text).slice(0, 10)}`, text, true)),
    ...proposed,
    ...tasks
      .filter(({ task }) => task.repeated >= REPEATED && task.what)
      .map(({ task }) => line(`task-${task.id}`, `Tháo gỡ việc chậm: ${task.what}`, true)),
    ...unanswered
      .filter(({ said }) => said.summary)
      .map(({ id, said }) => line(`matter-${id}`, `Vấn đề đã phản ánh: ${said.summary}`, false)),
  ];
}

/**
 * The agenda as its form offers it: as it was saved, with what has come up since as lines that may be chosen; or the
 * draft.
 */
export function offeredAgenda(cell: UnitId, prepared: Prepared): Agenda {
  const draft = draftAgenda(cell, prepared);
  const { agenda } = prepared;
  if (!agenda) return draft;
  const known = new Set(agenda.lines.map(({ id }) => id));
  const later = draft.lines.filter(({ id }) => !known.has(id) && !stepOfLine({ id }));
  const { revision, by, at, ...saved } = agenda;
  const room = Math.max(0, MOST_LINES - saved.lines.length - 2);
  return { ...saved, lines: [...saved.lines, ...later.slice(0, room).map((line) => ({ ...line, kept: false }))] };
}
