import { MOST_ROWS } from '#shared/input/fields.ts';
import type { Typed } from '#shared/input/typed.ts';
import type { Report, Revision, Task } from '#shared/reports/report.ts';
import { numberTasks, withRows } from '#shared/reports/task-rows.ts';
import { toTyped } from '#shared/reports/to-typed.ts';

interface Versions {
  readonly mine: Typed;
  readonly theirs: Typed;
}

/**
 * Two versions of a report as form values in which the same task, and the follow-up of the same task, stands in the
 * same row: who chooses between them field by field never mixes two tasks. What only I have comes after all of theirs.
 * Where that is more than the form has room for, the rows stay where they are, without their numbers.
 */
export function alignRows(mine: Report, theirs: Pick<Revision, 'report' | 'lastRow'>): Versions {
  const stored = withRows(theirs.report);
  const has = new Set(stored.tasks.map(({ row }) => row));
  const { tasks } = withRows({ tasks: numberTasks(mine.tasks, theirs).tasks });
  const known = tasks.map(({ row, ...task }): Task => (row !== undefined && has.has(row) ? { ...task, row } : task));
  const places = {
    tasks: placesOf(
      known.map(({ row }) => row),
      stored.tasks.map(({ row }) => row),
    ),
    followUps: placesOf(
      mine.followUps.map(({ task }) => task),
      stored.followUps.map(({ task }) => task),
    ),
  };
  if ([...places.tasks, ...places.followUps].some((place) => place >= MOST_ROWS)) {
    return { mine: withoutNumbers(toTyped(mine)), theirs: withoutNumbers(toTyped(theirs.report)) };
  }
  const moved = Object.entries(toTyped({ ...mine, tasks: known })).map(([name, value]) => {
    return [
      name.replace(/^(tasks|followUps)\[(\d+)\]/, (_, list: keyof typeof places, at) => `${list}[${places[list][at]}]`),
      value,
    ];
  });
  return { mine: Object.fromEntries(moved), theirs: toTyped(stored) };
}

/** Where each of my rows goes: to theirs of the same key, each once, or after all of theirs. */
function placesOf<Key>(mine: readonly (Key | undefined)[], theirs: readonly (Key | undefined)[]): number[] {
  const left = new Set(theirs.keys());
  let next = theirs.length;
  return mine.map((key) => {
    const place = [...left].find((at) => key !== undefined && theirs[at] === key);
    if (place === undefined) return next++;
    left.delete(place);
    return place;
  });
}

function withoutNumbers(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !/^tasks\[\d+\]\.row$/.test(name)));
}
