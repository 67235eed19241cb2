import { MOST_ROWS } from '#shared/input/fields.ts';
import type { Typed } from '#shared/input/typed.ts';
import type { Day } from '#shared/period.ts';
import type { FollowUp } from '#shared/reports/report.ts';
import type { TaskNews, TrackedTask } from '#shared/reports/tasks.ts';

/**
 * The follow-ups of a new form, where something was said of its tasks since the last meeting: the outcome is filled in by
 * it, to be looked at and sent by whoever reports. Without such a word the form asks everything, and this is empty.
 *
 * @param tasks in the order of the form
 * @param day of the meeting: what was said later it cannot have known
 */
export function offeredFollowUps(tasks: readonly TrackedTask[], day: Day): Typed {
  const asked = tasks.slice(0, MOST_ROWS).map((task) => ({ task, word: lastWord(task, day) }));
  if (asked.every(({ word }) => word === undefined)) return {};
  return Object.fromEntries(
    asked.flatMap(({ task, word }, n) => {
      const at = `followUps[${n}]`;
      const id: [string, string] = [`${at}.task`, task.id];
      if (!word) return [id];
      const reason: [string, string][] = word.reason ? [[`${at}.reason`, word.reason]] : [];
      return [id, [`${at}.status`, outcomeOf(word, task, day)], ...reason];
    }),
  );
}

function lastWord({ news }: TrackedTask, day: Day): TaskNews | undefined {
  const last = news.at(-1);
  return last?.word && last.date <= day ? last : undefined;
}

/** What is under way after its day is overdue. */
function outcomeOf({ status }: TaskNews, { due }: TrackedTask, day: Day): FollowUp['status'] {
  if (status === 'done' || status === 'dropped') return status;
  return due !== undefined && due < day ? 'overdue' : 'doing';
}
