import type { ReportFigures } from '#shared/reports/free-text.ts';
import type { FollowUp } from '#shared/reports/report.ts';
import type { Tally } from '#shared/scorecards/tally.ts';
import { followedUpIn } from '#shared/tasks/followed-up.ts';

/**
 * The tasks that a cell gave in a month, and those that it followed up. A dropped task is no longer due. What is said
 * between meetings is not counted: official figures are what meetings said.
 *
 * @param meetings of one cell's month
 */
export function countTasks(
  meetings: readonly Pick<ReportFigures, 'cell' | 'date' | 'kind' | 'tasks' | 'followUps'>[],
): Tally {
  const followed = followedUpIn(meetings);
  const having = (status: FollowUp['status']) => followed.filter((each) => each.status === status).length;
  return {
    tasksSet: meetings.reduce((sum, { tasks }) => sum + tasks.length, 0),
    followedUp: followed.length - having('dropped'),
    tasksDone: having('done'),
    tasksOverdue: having('overdue'),
  };
}
