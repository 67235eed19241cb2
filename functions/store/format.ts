/**
 * The version of the format in which items are stored; each carries its own. A store whose kind of item gets a new
 * format says so in that kind's item function, and reads older ones as they were.
 */
export const FORMAT = 1;

/** An item of a newer format than this code knows, or that is not what its kind should be: nothing is guessed from it. */
export class UnreadableItem extends Error {
  /** Absent where it is only known that it must be there. */
  readonly key?: { readonly pk: string; readonly sk: string };

  constructor(item: Stamped | string) {
    if (typeof item === 'string') {
      super(item);
      return;
    }
    const { pk = '', sk = '', format } = item;
    super(
      isReadable(item)
        ? `${pk} ${sk} is not what it should be.`
        : `${pk} ${sk} is stored in format ${format}, which this version does not know.`,
    );
    this.key = { pk, sk };
  }
}

interface Stamped {
  readonly pk?: string;
  readonly sk?: string;
  /** Absent: 1. */
  readonly format?: unknown;
}

/** An item as it is written. */
export function withFormat<Item extends object>(item: Item): Item & { readonly format: number } {
  return { format: FORMAT, ...item };
}

/** Whether this version knows the format of an item. */
export function isReadable({ format = FORMAT }: Stamped, known = FORMAT): boolean {
  return typeof format === 'number' && format <= known;
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
