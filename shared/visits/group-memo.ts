import { isClosed, type MatterLevel, type TrackedMatter } from '#shared/matters/matter.ts';
import { dueDayOf, isOverdue, isPromiseOver } from '#shared/matters/matter-term.ts';
import { type Day, dayAt, type Instant, type Month, monthAt } from '#shared/period.ts';
import type { Topic } from '#shared/reports/topics.ts';
import { isWithin } from '#shared/units/units.ts';
import type { GroupMonth } from '#shared/visits/group-month.ts';
import { parseVisitId } from '#shared/visits/visit.ts';

/** A matter that was passed up. */
interface Asked {
  readonly matter: TrackedMatter;
  /** Who was asked to answer it. */
  readonly of: MatterLevel;
  readonly on: Day;
}

/** An open matter that is late. */
interface Undone {
  readonly matter: TrackedMatter;
  readonly due: Day;
  readonly overdue: boolean;
  /** Whether the day that was promised went by. */
  readonly promiseOver: boolean;
}

/** What a working group tells the committee of a month: what it heard, what was asked, what is undone. */
export interface GroupMemo {
  readonly planned: number;
  readonly visits: number;
  /** How many of the group's cells it attended, and how many there are. */
  readonly covered: number;
  readonly cells: number;
  /** The matters that were raised in the month, by topic, the topic with the most first; merged ones are counted. */
  readonly heard: readonly { readonly topic: Topic; readonly matters: readonly TrackedMatter[] }[];
  /** How many of them the group itself heard at a visit. */
  readonly atVisits: number;
  /** What was passed up in the month, oldest first. */
  readonly asked: readonly Asked[];
  /** What is late at the end, the longest overdue first, then what is only past the promised day. */
  readonly undone: readonly Undone[];
  /** Visits that are due and not reported, and those of them whose report is late. */
  readonly due: number;
  readonly overdue: number;
  /** Visits that found the last advice not followed, or in part only. */
  readonly adviceLeft: number;
}

/**
 * Gathers a working group's memo of a month.
 *
 * @param matters of the group's communes, as they were at `until`: `mattersIn`
 * @param until the month's end, or now during the month
 */
export function groupMemoOf(
  { group, month, communes, visits }: GroupMonth,
  matters: readonly TrackedMatter[],
  until: Instant,
): GroupMemo {
  const sum = (part: 'planned' | 'done' | 'covered' | 'cells' | 'due' | 'overdue') =>
    communes.reduce((total, each) => total + each[part], 0);
  const raised = matters.filter(({ raisedAt }) => monthAt(raisedAt) === month);
  const made = visits.filter(
    ({ unit, state }) => state === 'done' && communes.some(({ commune }) => isWithin(unit, commune.id)),
  );
  return {
    planned: sum('planned'),
    visits: sum('done'),
    covered: sum('covered'),
    cells: sum('cells'),
    heard: [...Map.groupBy(raised, ({ said }) => said.topic)]
      .map(([topic, own]) => ({ topic, matters: own.toSorted(byRaising) }))
      .sort((a, b) => b.matters.length - a.matters.length || (a.topic < b.topic ? -1 : 1)),
    atVisits: raised.filter(({ source }) => parseVisitId(source)?.group === group.number).length,
    asked: matters
      .flatMap((matter) => askedIn(month, matter))
      .sort((a, b) => (`${a.on} ${a.matter.id}` < `${b.on} ${b.matter.id}` ? -1 : 1)),
    undone: matters.flatMap((matter) => undoneAt(until, matter)).sort(mostOverdue),
    due: sum('due'),
    overdue: sum('overdue'),
    adviceLeft: made.filter(({ report }) => report?.adviceKept === 'no' || report?.adviceKept === 'partly').length,
  };
}

/** The last time in the month that a matter was passed up; a level is never passed down again. */
function askedIn(month: Month, matter: TrackedMatter): Asked[] {
  const ups = matter.events.filter(({ kind }) => kind === 'pass-up');
  const at = ups.findLastIndex((event) => monthAt(event.at) === month);
  const found = ups[at];
  return found ? [{ matter, of: at === 0 ? 'district' : 'above', on: dayAt(found.at) }] : [];
}

function undoneAt(until: Instant, matter: TrackedMatter): Undone[] {
  if (isClosed(matter)) return [];
  const [overdue, promiseOver] = [isOverdue(matter, until), isPromiseOver(matter, until)];
  return overdue || promiseOver ? [{ matter, due: dueDayOf(matter), overdue, promiseOver }] : [];
}

function mostOverdue(a: Undone, b: Undone): number {
  return Number(b.overdue) - Number(a.overdue) || (`${a.due} ${a.matter.id}` < `${b.due} ${b.matter.id}` ? -1 : 1);
}

function byRaising(a: TrackedMatter, b: TrackedMatter): number {
  return `${a.raisedAt} ${a.id}` < `${b.raisedAt} ${b.id}` ? -1 : 1;
}
