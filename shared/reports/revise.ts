import type { Actor } from '#shared/access/session.ts';
import { digestOf } from '#shared/digest.ts';
import type { Instant } from '#shared/period.ts';
import { reportDigest, splitFreeText } from '#shared/reports/free-text.ts';
import { passagesOf } from '#shared/reports/passages.ts';
import { type Report, type Revision, reportIdOf, type State } from '#shared/reports/report.ts';
import { numberTasks } from '#shared/reports/task-rows.ts';

/** One step in a report's life, before it is stored. */
export interface Step {
  readonly state: State;
  readonly report: Report;
  readonly by: Actor;
  readonly at: Instant;
  readonly filledAt?: Instant;
  readonly reason?: string;
}

/** The revision that a step adds after a report's newest one, or the first revision of a report. */
export function revise(newest: Revision | undefined, step: Step): Revision {
  const { tasks, lastRow } = numberTasks(step.report.tasks, newest);
  const report = { ...step.report, tasks };
  const { facts, words } = splitFreeText(report);
  const assignedTasks = assignedIn(tasks, newest);
  const passages = passagesIn(report, newest);
  return {
    ...step,
    report,
    ...(lastRow !== undefined && { lastRow }),
    ...(assignedTasks !== undefined && { assignedTasks }),
    ...(passages.length > 0 && { passages }),
    id: reportIdOf(report),
    revision: (newest?.revision ?? 0) + 1,
    digest: reportDigest(facts, digestOf(words)),
    firstReceivedAt: newest?.firstReceivedAt ?? step.at,
  };
}

/** The tasks with an owner and a day; where their words are gone, as many as there were. */
function assignedIn(tasks: Report['tasks'], newest: Revision | undefined): number | undefined {
  if (tasks.some(({ what }) => what === '')) return newest?.assignedTasks;
  return tasks.filter(({ who, due }) => who !== undefined && due !== undefined).length;
}

/** Its passages; where its words are gone, those that it had. */
function passagesIn(report: Report, newest: Revision | undefined): readonly string[] {
  return report.tasks.some(({ what }) => what === '') ? (newest?.passages ?? []) : passagesOf(report);
}

/**
 * Whether a step would only repeat the newest revision: sending twice has the effect of sending once. This holds also
 * if the report has been confirmed in the meantime. A decision is somebody's word with its reason: with other words, or
 * by another, it is another decision. Who sends a report that stands already need not say why again.
 */
export function saysTheSame(newest: Revision, step: Step): boolean {
  if (newest.state === step.state) {
    const isSameAct =
      step.state === 'submitted'
        ? step.reason === undefined || step.reason === newest.reason
        : step.reason === newest.reason && step.by.user === newest.by.user;
    return isSameAct && newest.digest === revise(newest, step).digest;
  }
  if (newest.state !== 'confirmed' || step.state !== 'submitted') return false;
  const { reviewed, official, ...report } = newest.report;
  return revise(newest, { ...newest, report }).digest === revise(newest, step).digest;
}
