/**
 * Events of one thing stand in one item, which holds 400 KB (DynamoDB, "Constraints"). From here on only the event that
 * ends the thing is taken: the rest is room for it, which is at most three texts of 2,000 letters.
 */
const MOST_BYTES = 360_000;

/** There is no room for another event: the thing must be ended, and another one begun. */
class ItemFull extends Error {
  override readonly name = 'ItemFull';
}

/** Whether another event that ends nothing has room. JSON is never shorter than what DynamoDB counts. */
export function hasRoom(events: readonly unknown[]): boolean {
  return Buffer.byteLength(JSON.stringify(events)) <= MOST_BYTES;
}

/** @throws {ItemFull} if there is no room for these events, of which the last ends nothing */
export function requireRoom(events: readonly unknown[], ends: boolean): void {
  if (!ends && !hasRoom(events)) throw new ItemFull();
}

/** Whether an item was too large to be stored: by our own count, or by DynamoDB's. */
export function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error instanceof ItemFull || (error.name === 'ValidationException' && /Item size/.test(error.message));
}
