import type { ReportFigures } from '#shared/reports/free-text.ts';
import { type FollowUp, type ReportId, reportIdOf } from '#shared/reports/report.ts';
import { isTaskId, type TaskId } from '#shared/reports/task-id.ts';

/** What the meetings of a cell's month said last of one task. */
export interface FollowedUp {
  readonly report: ReportId;
  /** Which of the report's follow-ups it is, from 0. */
  readonly row: number;
  /** Absent: it was named in words. */
  readonly task?: TaskId;
  readonly status: FollowUp['status'];
}

/**
 * The tasks that a cell's meetings of a month followed up: each once by its id, however many meetings named it, and as
 * the last of them says. One that was named in words is not known again, so that each such row is one.
 *
 * The figures of a scorecard count these, and the page of tasks lists these: so they agree.
 */
export function followedUpIn(
  meetings: readonly Pick<ReportFigures, 'cell' | 'date' | 'kind' | 'followUps'>[],
): readonly FollowedUp[] {
  const last = new Map<string, FollowedUp>();
  for (const meeting of [...meetings].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))) {
    const report = reportIdOf(meeting);
    for (const [row, { task, status }] of meeting.followUps.entries()) {
      const id = isTaskId(task) ? task : undefined;
      last.set(id ?? `${report} ${row}`, { report, row, status, ...(id && { task: id }) });
    }
  }
  return [...last.values()];
}

function orderOf({ date, kind }: Pick<ReportFigures, 'date' | 'kind'>): string {
  return `${date} ${kind}`;
}
