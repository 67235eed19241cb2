import { AsyncLocalStorage } from 'node:async_hooks';
import { alarmingWords } from '#functions/store/tables.ts';
import type { ItemName, LeftOut } from '#shared/scorecards/left-out.ts';

/** Every piece of work has its own list. A store far below adds to it, so that no call in between must pass it on. */
const lists = new AsyncLocalStorage<Map<string, LeftOut>>();

/**
 * Reports an item that cannot be read: a line of the log, which the alarm `items-unreadable` counts, and the list of the
 * work under way. Its content is in neither.
 */
export function noteUnreadable(item: ItemName): void {
  const list = lists.getStore();
  if (list?.has(item.name)) return;
  list?.set(item.name, { ...item, why: 'unreadable' });
  console.error(JSON.stringify({ message: alarmingWords.unreadableItem, ...item }));
}

/** Does some work, and lists what it could not read; work around it lists the same, also where this fails. */
export async function listingUnreadable<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly unreadable: readonly LeftOut[] }> {
  const found = new Map<string, LeftOut>();
  const around = lists.getStore();
  try {
    return { result: await lists.run(found, work), unreadable: [...found.values()] };
  } finally {
    for (const [name, item] of found) around?.set(name, item);
  }
}
