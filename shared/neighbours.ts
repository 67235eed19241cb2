/** What stands before and after one of a list; neither where it is not in the list. */
export interface Neighbours<T> {
  readonly previous?: T;
  readonly next?: T;
}

/** @example neighboursOf([1, 2, 3], (each) => each === 3) //=> { previous: 2 } */
export function neighboursOf<T extends NonNullable<unknown>>(
  list: readonly T[],
  isOne: (each: T) => boolean,
): Neighbours<T> {
  const at = list.findIndex(isOne);
  if (at < 0) return {};
  const [previous, next] = [list[at - 1], list[at + 1]];
  return { ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
}
