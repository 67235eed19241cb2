import type { CriterionResult } from '#shared/judging/judgement.ts';
import { isClosed, type TrackedMatter } from '#shared/matters/matter.ts';
import type { Regime } from '#shared/norms/regimes.ts';
import { addMonths, type Day, daysBetween, type Month, monthAt } from '#shared/period.ts';
import type { AgendaLine, AgendaRevision } from '#shared/prepare/agenda.ts';
import { proposedLines } from '#shared/prepare/proposed-lines.ts';
import type { Proposal } from '#shared/proposals/proposal.ts';
import { offeredDay } from '#shared/reports/offered-day.ts';
import type { Members, Report, ReportId } from '#shared/reports/report.ts';
import { requiredOf } from '#shared/reports/report.ts';
import { openTasks, type TrackedTask } from '#shared/reports/tasks.ts';
import type { PlannedTheme } from '#shared/themes/thematic-plan.ts';
import type { VisitRevision } from '#shared/visits/visit.ts';

/*
 * What a cell needs for its next meeting, from what is stored already. `functions/prepare/load-prepare.ts` reads the
 * inputs, `gatherMeeting` puts them together; the page (`web/prepare/prepare-page.tsx`), the sheet of paper
 * (`functions/prepare/agenda-sheet.ts`) and the draft of an agenda (`draft-agenda.ts`) all show this one value.
 *
 * To add something: an input in `PrepareInputs`, a value in `Prepared`, and a section of the page in the list `sections`
 * there, which stands in the order of the meeting. What may be discussed becomes a line of the draft in `draft-agenda.ts`,
 * with an id of its own that says where it comes from.
 */

/** A task to report on, and since how many days it is overdue on the day of the meeting. */
export interface DueTask {
  readonly task: TrackedTask;
  /** 0 where it is not. */
  readonly overdueDays: number;
}

/** What a working group advised at its last visit, and what a later visit said became of it. */
export interface LastAdvice {
  readonly date: Day;
  readonly group: number;
  readonly text: string;
  readonly kept?: 'yes' | 'partly' | 'no';
}

/** The last resolution, by which this meeting reports. */
export interface LastResolution {
  readonly report: ReportId;
  readonly date: Day;
  readonly kind: Report['resolution'];
  /** Empty where its words have expired. */
  readonly text: string;
}

export interface PrepareInputs {
  readonly month: Month;
  readonly regime: Regime;
  /** What the district publishes for the cell's type in the month. */
  readonly guidance: readonly string[];
  readonly tasks: readonly TrackedTask[];
  /** Of the cell and those whose open things are now its own. */
  readonly matters: readonly TrackedMatter[];
  /** The last regular meeting before the month, with its words, and the lines of its score sheet that lack points. */
  readonly last?: {
    readonly id: ReportId;
    readonly report: Pick<Report, 'date' | 'resolution' | 'resolutionText' | 'startTime'> & Members;
    readonly lost: readonly CriterionResult[];
  };
  readonly planned?: PlannedTheme;
  /** The visits of working groups to the cell's meetings, with their words, the newest first. */
  readonly visits: readonly VisitRevision[];
  readonly officer?: string;
  /** The day on which the officer oriented the cell, as the commune has recorded it. */
  readonly orientedOn?: Day;
  readonly agenda?: AgendaRevision;
  /** What members propose. */
  readonly proposals?: readonly Proposal[];
  /** Of the month before: whence time and place are taken. */
  readonly earlier?: Pick<AgendaRevision, 'startTime' | 'venue'>;
}

/** The next meeting of a cell. */
export interface Prepared {
  readonly month: Month;
  readonly regime: Regime;
  /** The saved agenda's day, the regime's fixed day, or the one of the last meeting. */
  readonly day?: Day;
  readonly dayBy?: 'agenda' | 'regime' | 'cell';
  readonly startTime?: string;
  readonly venue?: string;
  /** How many members must attend, as the last meeting had it. */
  readonly required?: number;
  /** Of full and probationary members, by which the shortest meeting goes. */
  readonly members?: number;
  readonly officer?: string;
  readonly orientedOn?: Day;
  /** The points of the district's orientation. */
  readonly orientation: readonly string[];
  readonly resolution?: LastResolution;
  /** The open tasks: those that are overdue first, the longest overdue before the others; then by their days. */
  readonly tasks: readonly DueTask[];
  /** Answers to be read out. */
  readonly answers: readonly TrackedMatter[];
  /** Concerns that wait for their answer. */
  readonly unanswered: readonly TrackedMatter[];
  readonly planned?: PlannedTheme;
  /** The lines of what members propose and the cell has put on the agenda. */
  readonly proposed: readonly AgendaLine[];
  readonly advice?: LastAdvice;
  /** The two lines of the last score sheet that lack most points. */
  readonly weakest: readonly CriterionResult[];
  readonly agenda?: AgendaRevision;
}

/** An answer is read out at the next meeting or the one after. */
const MONTHS_ANSWERED = 2;
const WEAKEST = 2;

/** Puts together what a cell needs for its regular meeting of a month. */
export function gatherMeeting(inputs: PrepareInputs): Prepared {
  const { month, regime, guidance, last, planned, officer, orientedOn, agenda, earlier } = inputs;
  const day = dayOf(inputs);
  const startTime = agenda?.startTime ?? earlier?.startTime ?? last?.report.startTime;
  const venue = agenda?.venue ?? earlier?.venue;
  const advice = lastAdvice(inputs.visits);
  const answeredSince = addMonths(month, -MONTHS_ANSWERED);
  const isNews = ({ closedAt, state }: TrackedMatter) => state !== 'merged' && monthAt(closedAt ?? '') >= answeredSince;
  return {
    month,
    regime,
    ...(day && { day: day.day, dayBy: day.by }),
    ...(startTime && { startTime }),
    ...(venue && { venue }),
    ...(last && {
      required: requiredOf(last.report),
      members: last.report.fullMembers + last.report.probationaryMembers,
      resolution: {
        report: last.id,
        date: last.report.date,
        kind: last.report.resolution,
        text: last.report.resolutionText ?? '',
      },
    }),
    ...(officer && { officer }),
    ...(orientedOn && { orientedOn }),
    orientation: guidance.flatMap(pointsOf),
    tasks: dueTasks(inputs.tasks, day?.day ?? (`${month}-28` as Day)),
    answers: inputs.matters.filter((each) => isClosed(each) && isNews(each)).sort(byRaised),
    unanswered: inputs.matters.filter((each) => !isClosed(each)).sort(byRaised),
    ...(planned && { planned }),
    proposed: proposedLines(inputs.proposals ?? []),
    ...(advice && { advice }),
    weakest: (last?.lost ?? []).slice(0, WEAKEST),
    ...(agenda && { agenda }),
  };
}

function dayOf({
  month,
  regime,
  last,
  agenda,
}: PrepareInputs): { day: Day; by: 'agenda' | 'regime' | 'cell' } | undefined {
  if (agenda?.day) return { day: agenda.day, by: 'agenda' };
  const usual = offeredDay({ month, kind: 'regular', regime, last: last?.report.date, today: endOf(month) });
  return usual && { day: usual.day, by: usual.by };
}

/** No day of a month comes after it. */
function endOf(month: Month): Day {
  return `${month}-31` as Day;
}

/** The open tasks by need, each with the days since it was due; the first month that names a task with no day is old too. */
function dueTasks(tasks: readonly TrackedTask[], on: Day): DueTask[] {
  return openTasks(tasks)
    .map((task) => ({ task, overdueDays: task.due && task.due < on ? daysBetween(task.due, on) : 0 }))
    .sort(
      (a, b) =>
        b.overdueDays - a.overdueDays ||
        ((a.task.due ?? '9') < (b.task.due ?? '9') ? -1 : Number(a.task.due !== b.task.due)),
    );
}

/** The lines of a published text, without the dashes that people put before them. */
function pointsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–+•*]\s*/, '').trim())
    .filter(Boolean);
}

function lastAdvice(newestFirst: readonly VisitRevision[]): LastAdvice | undefined {
  const at = newestFirst.findIndex(({ report }) => report?.advice);
  const visit = newestFirst[at];
  if (!visit?.report?.advice) return undefined;
  const kept = newestFirst.slice(0, at).findLast(({ report }) => report?.adviceKept)?.report?.adviceKept;
  return { date: visit.date, group: visit.group, text: visit.report.advice, ...(kept && { kept }) };
}

function byRaised(a: TrackedMatter, b: TrackedMatter): number {
  return a.raisedAt < b.raisedAt ? -1 : Number(a.raisedAt !== b.raisedAt);
}
