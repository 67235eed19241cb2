/** What is left of a function's time for the page that keeps what was typed, rendered and sent. */
const MARGIN_MS = 3000;

/**
 * The answer of some work, or another one where that does not come in time: a function that runs out of its time answers
 * nothing, and the gateway speaks for it.
 *
 * Work that is late goes on until its own calls give up. It may still store what it was about to: whoever sends the same
 * again is told that it is stored.
 *
 * @param remainingMs of the function's time
 */
export async function inTime<T>(work: Promise<T>, remainingMs: number, late: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, remainingMs - MARGIN_MS), 'late');
  });
  const first = await Promise.race([work, over]);
  clearTimeout(timer);
  return first === 'late' ? late() : (first as T);
}
