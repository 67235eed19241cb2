import type { Instant } from '#shared/period.ts';

interface Revised {
  /** From 1. */
  readonly revision: number;
  readonly at: Instant;
}

/**
 * The newest revision of each thing; if an instant is given, only revisions entered until then count.
 *
 * @param revisions in any order
 * @param idOf the id that all revisions of one thing share
 */
export function latestRevisions<T extends Revised, Id>(
  revisions: readonly T[],
  idOf: (revision: T) => Id,
  until?: Instant,
): ReadonlyMap<Id, T> {
  const newest = new Map<Id, T>();
  for (const each of revisions) {
    const known = newest.get(idOf(each))?.revision ?? 0;
    if (each.revision > known && (until === undefined || each.at <= until)) newest.set(idOf(each), each);
  }
  return newest;
}
