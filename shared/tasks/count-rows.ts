import { foldedPost } from '#shared/tasks/folded-post.ts';
import type { TaskRow } from '#shared/tasks/task-row.ts';

/** How many rows of a list have something in common. */
export interface RowCount<Key extends string> {
  readonly key: Key;
  /** As it is written most often, if that is not known otherwise. */
  readonly name: string;
  readonly count: number;
  readonly overdue: number;
}

/**
 * Counts rows by what they have in common, the most frequent first.
 *
 * @param keyOf what that is; rows without it are not counted
 */
export function countRows<Key extends string>(
  rows: readonly TaskRow[],
  keyOf: (row: TaskRow) => Key | undefined,
  nameOf: (row: TaskRow) => string = keyOf as (row: TaskRow) => string,
): RowCount<Key>[] {
  const counts = [...Map.groupBy(rows, keyOf)].flatMap(([key, own]) => {
    if (key === undefined) return [];
    return [{ key, name: mostOften(own.map(nameOf)), count: own.length, overdue: own.filter(isLate).length }];
  });
  return counts.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** Counts rows by the post that has them, however it is written; without a post the key is blank. */
export function countPosts(rows: readonly TaskRow[]): RowCount<string>[] {
  return countRows(
    rows,
    ({ task }) => foldedPost(task.who ?? ''),
    ({ task }) => task.who ?? '',
  );
}

function isLate({ overdue, said }: TaskRow): boolean {
  return said ? said.status === 'overdue' : overdue;
}

/** Of two that are as frequent the one in small letters. */
function mostOften(names: readonly string[]): string {
  const [most] = [...Map.groupBy(names, (name) => name)].sort(
    ([a, x], [b, y]) => y.length - x.length || (a > b ? -1 : 1),
  );
  return most?.[0] ?? '';
}
