import { logFault } from '#functions/fault.ts';

/** As many rows at a time, so that a full page neither waits for each nor crowds the table. */
const AT_ONCE = 25;
/** Rows that are not begun by then are given up: the answer has to be there before the function's time is over. */
const MOST_MS = 8000;

/**
 * Stores the rows of a grid or a file, each by itself: one that fails or is slow harms no other.
 *
 * @param givenUp what a row comes to whose storing failed, or was not begun in time
 * @returns what each row came to, in order
 */
export async function storeInTime<Row, Outcome>(
  rows: readonly Row[],
  route: string,
  store: (row: Row) => Promise<Outcome>,
  givenUp: (row: Row) => Outcome,
): Promise<readonly Outcome[]> {
  const end = performance.now() + MOST_MS;
  const tryToStore = (row: Row) =>
    store(row).catch((error: unknown) => {
      logFault('row not stored', route, error);
      return givenUp(row);
    });
  const outcomes: Outcome[] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE);
    outcomes.push(...(performance.now() > end ? some.map(givenUp) : await Promise.all(some.map(tryToStore))));
  }
  return outcomes;
}
