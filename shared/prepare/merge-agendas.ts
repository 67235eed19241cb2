import { type Agenda, type AgendaLine, agendaHead, type FocusSubject } from '#shared/prepare/agenda.ts';

/** An answer that two people changed in different ways, and what the other one has stored. */
export interface AgendaConflict {
  /** `day`, or a line's id and its part: `own-1a2b3c.text`. */
  readonly at: string;
  /** Absent where they took the answer out. */
  readonly theirs?: string;
}

interface MergedAgenda {
  /** What only one of them changed is as they have it; where both did, as the later writer has it. */
  readonly agenda: Agenda;
  readonly conflicts: readonly AgendaConflict[];
}

const lineParts = ['kept', 'text', 'minutes', 'who'] as const;

/**
 * Merges what somebody wants to save with what somebody else has saved since, answer by answer and line by line. A line
 * that either has is in the result: nothing that was written is lost.
 *
 * @param seen the agenda from which the later writer started
 * @param mine what the later writer wants to save
 * @param theirs what is stored now
 */
export function mergeAgendas(seen: Agenda, mine: Agenda, theirs: Agenda): MergedAgenda {
  const conflicts: AgendaConflict[] = [];
  const merge = <T>(at: string, was: T | undefined, own: T | undefined, other: T | undefined): T | undefined => {
    if (own === other || other === was) return own;
    if (own === was) return other;
    conflicts.push({ at, ...(other !== undefined && { theirs: String(other) }) });
    return own;
  };
  const [before, own, other] = [seen, mine, theirs].map(({ lines }) => new Map(lines.map((each) => [each.id, each])));
  const lines = orderOf(seen, mine, theirs).map((id): AgendaLine => {
    const [was, ours, others] = [before?.get(id), own?.get(id), other?.get(id)];
    // Whoever did not send a line said nothing of it.
    if (!ours || !others) return (ours ?? others ?? was) as AgendaLine;
    const parts = lineParts.map((part) => [part, merge(`${id}.${part}`, was?.[part], ours[part], others[part])]);
    return { id, ...Object.fromEntries(parts.filter(([, value]) => value !== undefined)) } as AgendaLine;
  });
  const head = agendaHead.map((name) => [name, merge<string>(name, seen[name], mine[name], theirs[name])]);
  return {
    agenda: {
      cell: mine.cell,
      month: mine.month,
      lines,
      subjects: mergeSubjects(seen.subjects, mine.subjects, theirs.subjects),
      ...Object.fromEntries(head.filter(([, value]) => value !== undefined)),
    },
    conflicts,
  };
}

/** The order of whoever changed it; what only the other one has comes behind the line that it follows there. */
function orderOf(seen: Agenda, mine: Agenda, theirs: Agenda): string[] {
  const [was, own, other] = [seen, mine, theirs].map(({ lines }) => lines.map(({ id }) => id)) as [
    string[],
    string[],
    string[],
  ];
  const inOrderOf = (ids: string[], known: string[]) => ids.filter((id) => known.includes(id)).join();
  const isMine = inOrderOf(own, was) !== inOrderOf(was, own);
  const [first, second] = isMine ? [own, other] : [other, own];
  return [second, was].reduce(insertMissing, first);
}

function insertMissing(into: readonly string[], from: readonly string[]): string[] {
  const found = [...into];
  for (const [at, id] of from.entries()) {
    if (found.includes(id)) continue;
    const before = from.slice(0, at).findLast((each) => found.includes(each));
    found.splice(before === undefined ? 0 : found.indexOf(before) + 1, 0, id);
  }
  return found;
}

function mergeSubjects(
  seen: readonly FocusSubject[],
  mine: readonly FocusSubject[],
  theirs: readonly FocusSubject[],
): FocusSubject[] {
  const all = [...new Set([...mine, ...theirs])];
  // Of what is there or not, two people cannot make two different things.
  return all.filter((code) => (mine.includes(code) === seen.includes(code) ? theirs : mine).includes(code)).sort();
}
