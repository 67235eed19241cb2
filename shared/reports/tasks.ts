import { type Day, dayAt, type Instant, type Month, monthOf } from '#shared/period.ts';
import {
  type FollowUp,
  partsOfReportId,
  type Report,
  type ReportId,
  reportIdOf,
  type Task,
} from '#shared/reports/report.ts';
import { isTaskId, ownTaskId, partsOfTaskId, type TaskId, taskIdOf } from '#shared/reports/task-id.ts';
import { isSameTask, rowOf } from '#shared/reports/task-rows.ts';
import { isEnding, saidAt, type TaskWord } from '#shared/reports/task-word.ts';
import type { UnitId } from '#shared/units/units.ts';

/** What is said about a task after it was given. */
export interface TaskNews {
  /** The report of the meeting that said it; absent: it was said between meetings. */
  readonly report?: ReportId;
  /** Which of the report's follow-ups it is, from 0. */
  readonly row?: number;
  readonly word?: TaskWord;
  /** Given again: by which id that row may be named too. */
  readonly own?: TaskId;
  readonly date: Day;
  /** `again`: the task was given out once more while it was open. */
  readonly status: FollowUp['status'] | TaskWord['kind'] | 'again';
  readonly reason?: string;
}

/** A task of a cell, from the report that gave it until it is done or dropped. */
export interface TrackedTask {
  readonly id: TaskId;
  /** Empty where its words have expired, were purged, or are in no report any more. */
  readonly what: string;
  readonly who?: string;
  readonly due?: Day;
  /** The month that assigned it, or the first one that followed it up. */
  readonly since: Month;
  /** At how many meetings it was followed up but not ended, or was assigned again. */
  readonly repeated: number;
  readonly state: 'open' | 'done' | 'dropped';
  /** In the order in which it was said. */
  readonly news: readonly TaskNews[];
}

export type TaskReport = Pick<Report, 'cell' | 'date' | 'kind' | 'tasks' | 'followUps'> & {
  /** When its first revision came; absent: after the day of the meeting. */
  readonly receivedAt?: Instant;
};

interface Tracking {
  /** Reports of which only the words of tasks are wanted that others name by their ids. */
  readonly origins?: readonly TaskReport[];
  /** What was said between meetings, in any order. */
  readonly words?: readonly TaskWord[];
  /** Whether a cell carries on another one's tasks; without this only its own. */
  readonly carriesOn?: (cell: UnitId, of: UnitId) => boolean;
}

/**
 * The tasks of a cell by their ids, each in exactly one state. A follow-up changes the state of its task; a task without
 * a follow-up stays open.
 *
 * Rows of one report are different tasks, whatever their words. A later report that gives the same words to the same
 * person, or names nobody, while the task is open gives it again. A follow-up in words means the oldest open task of
 * those words that the same report has not followed up yet; if there is none, one that it has; then the last that has
 * ended; and else a task that the reporter followed up of their own accord. A task whose row is gone from its report
 * is one only as long as another report, or a word between meetings, names it.
 *
 * The latest word on a task counts: of a meeting by its day (`saidAt`), of anybody between meetings by when it came.
 * Handing on changes who has it, until when, or both; where a new day is given, what was overdue is not any more.
 *
 * @param reports with their free text, in any order
 */
export function tasksOf(
  reports: readonly TaskReport[],
  { origins = [], words = [], carriesOn = (cell, of) => cell === of }: Tracking = {},
): readonly TrackedTask[] {
  const known = new Map([...reports, ...origins].map((each) => [reportIdOf(each), each]));
  const tasks = new Map<TaskId, TrackedTask>();
  /** Rows that gave a task again, by their own ids. */
  const again = new Map<TaskId, TaskId>();

  const append = (id: TaskId, said: TaskNews) => {
    const task = tasks.get(id) ?? begin(id, known);
    const news = [...task.news, said];
    const meetings = news.flatMap(({ report, status }) => (report === undefined || isEnding(status) ? [] : [report]));
    tasks.set(id, { ...task, news, repeated: new Set(meetings).size, state: stateAfter(news) });
  };

  const unsaid = [...words].sort((a, b) => (a.at < b.at || (a.at === b.at && a.revision < b.revision) ? -1 : 1));
  const sayUntil = (end: Instant | undefined) => {
    while (unsaid[0] && (end === undefined || unsaid[0].at < end)) {
      const word = unsaid.shift() as TaskWord;
      const id = again.get(word.task) ?? word.task;
      if (!carriesOn(word.cell, cellOf(id))) continue;
      const { kind, who, due, reason, at } = word;
      append(id, { word, date: dayAt(at), status: kind, ...(reason && { reason }) });
      const { who: before, ...task } = tasks.get(id) as TrackedTask;
      const has = who === undefined ? before : who;
      tasks.set(id, { ...task, ...(has && { who: has }), ...(due && { due }) });
    }
  };

  for (const report of [...reports].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))) {
    const id = reportIdOf(report);
    const by = { report: id, date: report.date };
    sayUntil(saidAt(report));
    const sameWords = (what: string) =>
      [...tasks.values()].filter((task) => task.what === what && carriesOn(report.cell, cellOf(task.id)));

    const followed = new Set<TaskId>();
    for (const [row, { task: said, status, reason }] of report.followUps.entries()) {
      if (said === '') continue;
      const same = sameWords(said);
      const meant =
        same.find((task) => task.state === 'open' && !followed.has(task.id)) ??
        same.find((task) => followed.has(task.id)) ??
        same.at(-1);
      const named = isTaskId(said) ? (again.get(said) ?? said) : (meant?.id ?? ownTaskId(id, said));
      if (!carriesOn(report.cell, cellOf(named))) continue;
      followed.add(named);
      append(named, { ...by, row, status, ...(reason && { reason }) });
    }

    const given = new Set<TaskId>();
    for (const [at, task] of report.tasks.entries()) {
      const own = taskIdOf(id, rowOf(task, at));
      const isGivenAgain = (earlier: TrackedTask) =>
        earlier.state === 'open' && !given.has(earlier.id) && isSameTask(earlier, task) && !isRowOf(id, earlier.id);
      const earlier = task.what && !tasks.has(own) ? sameWords(task.what).find(isGivenAgain) : undefined;
      if (earlier) {
        given.add(earlier.id);
        again.set(own, earlier.id);
        const { who, due } = task;
        tasks.set(earlier.id, { ...earlier, ...(who && { who }), ...(due && { due }) });
        append(earlier.id, { ...by, own, status: 'again' });
      } else if (!tasks.has(own)) tasks.set(own, begin(own, known));
    }
  }
  sayUntil(undefined);
  return [...tasks.values()];
}

/** How a task stands after what was said of it: the last word counts. */
export function stateAfter(news: readonly TaskNews[]): TrackedTask['state'] {
  const status = news.at(-1)?.status;
  return status !== undefined && isEnding(status) ? status : 'open';
}

/** A task of which nothing is known but its id. */
export function unsaidTask(id: TaskId): TrackedTask {
  const { report } = partsOfTaskId(id);
  return { id, what: '', since: monthOf(partsOfReportId(report).date), repeated: 0, state: 'open', news: [] };
}

/** A task as its first report has it. */
function begin(id: TaskId, known: ReadonlyMap<ReportId, TaskReport>): TrackedTask {
  const { what = '', who, due } = saysTask(known.get(partsOfTaskId(id).report), id) ?? {};
  return { ...unsaidTask(id), what, ...(who && { who }), ...(due && { due }) };
}

/** What a report says a task is, that it gave or followed up first; `undefined` if it does not have it. */
export function saysTask(report: TaskReport | undefined, id: TaskId): Task | undefined {
  const { report: origin, row } = partsOfTaskId(id);
  if (row !== undefined) return report?.tasks.find((task, at) => rowOf(task, at) === row);
  const own = report?.followUps.find(({ task }) => ownTaskId(origin, task) === id);
  return own && { what: own.task };
}

/** Whether a task is one of a report's own rows: another row of it is another task. */
function isRowOf(report: ReportId, task: TaskId): boolean {
  const parts = partsOfTaskId(task);
  return parts.report === report && parts.row !== undefined;
}

function cellOf(task: TaskId): UnitId {
  return partsOfReportId(partsOfTaskId(task).report).cell;
}

function orderOf(report: TaskReport): string {
  return `${report.date} ${reportIdOf(report)}`;
}

/** The open tasks: the oldest first. */
export function openTasks(tasks: readonly TrackedTask[]): readonly TrackedTask[] {
  return tasks.filter(({ state }) => state === 'open').sort(bySince);
}

/**
 * The tasks that the next report follows up, the oldest first: the open ones, and those that were done or dropped since
 * the last word of a meeting, of which the meeting has yet to be told.
 */
export function tasksToFollowUp(tasks: readonly TrackedTask[]): readonly TrackedTask[] {
  return tasks.filter(({ state, news }) => state === 'open' || news.at(-1)?.word !== undefined).sort(bySince);
}

function bySince(a: TrackedTask, b: TrackedTask): number {
  return a.since < b.since ? -1 : a.since > b.since ? 1 : 0;
}

/** The words of the tasks that a report follows up by their ids; empty where they are gone. */
export function taskWords(
  { followUps }: Pick<Report, 'followUps'>,
  origins: readonly TaskReport[],
): ReadonlyMap<string, string> {
  const known = new Map(origins.map((each) => [reportIdOf(each), each]));
  const named = followUps.map(({ task }) => task).filter(isTaskId);
  return new Map(named.map((task) => [task, begin(task, known).what]));
}
