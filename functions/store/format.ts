/**
 * The version of the format in which items are stored; each carries its own. A store whose kind of item gets a new
 * format says so in that kind's item function, and reads older ones as they were.
 */
export const FORMAT = 1;

/** An item of a newer format than this code knows: it is named, and nothing is guessed from it. */
export class UnreadableItem extends Error {
  constructor({ pk, sk, format }: Stamped) {
    super(`${pk} ${sk} is stored in format ${format}, which this version does not know.`);
  }
}

interface Stamped {
  readonly pk?: string;
  readonly sk?: string;
  /** Absent: 1. */
  readonly format?: number;
}

/** An item as it is written. */
export function withFormat<Item extends object>(item: Item): Item & { readonly format: number } {
  return { format: FORMAT, ...item };
}

/** Whether this version knows the format of an item. */
export function isReadable({ format = FORMAT }: Stamped, known = FORMAT): boolean {
  return format <= known;
}

/**
 * An item as it is read.
 *
 * @param known the newest format of its kind
 * @throws {UnreadableItem} if its format is newer
 */
export function readable<Item extends object>(item: Item, known = FORMAT): Item {
  if (!isReadable(item, known)) throw new UnreadableItem(item);
  const { format: _, ...rest } = item as Item & Stamped;
  return rest as Item;
}
