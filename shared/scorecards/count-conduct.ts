import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { Tally } from '#shared/scorecards/tally.ts';

type Told = Pick<ReportFigures, 'present' | 'late' | 'notesTaken' | 'speakers' | 'resolution' | 'targetsSet' | 'tasks'>;

/**
 * How a regular meeting went: late arrivals, notes, speakers and whether what it resolved is concrete. Whatever it does
 * not say is unknown, and neither a yes nor a no.
 *
 * @param assignedTasks how many of its tasks have an owner and a day; absent where nobody noted it
 */
export function countConduct(report: Told, assignedTasks?: number): Tally {
  const { notesTaken, resolution } = report;
  return {
    ...countLate(report),
    ...(notesTaken === undefined ? { notesUnknown: 1 } : { notesKnown: 1 }),
    ...(notesTaken === 'yes' && { notesTaken: 1 }),
    ...countSpeakers(report),
    ...(resolution !== 'none' && countConcrete(report, assignedTasks)),
  };
}

/** More who came late than were there say nothing: such a report came in before this was refused. */
function countLate({ late, present }: Told): Tally {
  if (late === undefined || late > present) return { lateUnknown: 1 };
  return { lateMembers: late, latePresent: present };
}

/** Half is enough. Nobody was there, or more spoke than were: nothing is known. */
function countSpeakers({ speakers, present }: Told): Tally {
  if (speakers === undefined || present === 0 || speakers > present) return { speakersUnknown: 1 };
  return { speakersKnown: 1, ...(speakers * 2 >= present && { halfSpoke: 1 }) };
}

/** One lack is enough to know that a resolution is not concrete, whatever else is unknown. */
function countConcrete({ targetsSet, tasks }: Told, assignedTasks: number | undefined): Tally {
  const hasTarget = targetsSet === undefined ? undefined : targetsSet > 0;
  const hasDay = tasks.some(({ due }) => due !== undefined);
  const hasTask = assignedTasks === undefined && hasDay ? undefined : (assignedTasks ?? 0) > 0;
  if (hasTarget === false || hasTask === false) return { concreteKnown: 1 };
  return hasTarget && hasTask ? { concreteKnown: 1, concrete: 1 } : { concreteUnknown: 1 };
}
