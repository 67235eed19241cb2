import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { FollowUp } from '#shared/reports/report.ts';
import { isTaskId } from '#shared/reports/task-id.ts';
import type { Tally } from '#shared/scorecards/tally.ts';

/**
 * The tasks that a cell gave in a month, and those that it followed up: each once by its id, however many meetings of
 * the month named it, and as the last of them says. One that was named in words is not known again, so that each such
 * row is one. A dropped task is no longer due.
 *
 * @param meetings of one cell's month
 */
export function countTasks(meetings: readonly Pick<ReportFigures, 'date' | 'kind' | 'tasks' | 'followUps'>[]): Tally {
  const statuses = new Map<string, FollowUp['status']>();
  for (const { date, kind, followUps } of [...meetings].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))) {
    for (const [at, { task, status }] of followUps.entries()) {
      statuses.set(isTaskId(task) ? task : `${date} ${kind} ${at}`, status);
    }
  }
  const having = (status: FollowUp['status']) => [...statuses.values()].filter((each) => each === status).length;
  return {
    tasksSet: meetings.reduce((sum, { tasks }) => sum + tasks.length, 0),
    followedUp: statuses.size - having('dropped'),
    tasksDone: having('done'),
    tasksOverdue: having('overdue'),
  };
}

function orderOf({ date, kind }: Pick<ReportFigures, 'date' | 'kind'>): string {
  return `${date} ${kind}`;
}
