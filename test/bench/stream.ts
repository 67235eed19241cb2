import { setTimeout } from 'node:timers/promises';

/** How things went that were sent at a steady pace, whether or not those before were answered. */
export interface Streamed {
  /** How long each waited for its answer, in milliseconds, the quickest first. */
  readonly took: readonly number[];
  readonly failed: number;
  /** From the last one sent to the last one answered, in milliseconds. */
  readonly after: number;
}

/**
 * Sends one thing after another at its time.
 *
 * @param send whether it went well; what it throws counts as a failure
 */
export async function streamed<T>(
  all: readonly T[],
  aSecond: number,
  send: (one: T) => Promise<boolean>,
): Promise<Streamed> {
  const took: number[] = [];
  let failed = 0;
  const one = async (each: T) => {
    const start = performance.now();
    const isDone = await send(each).catch((error: unknown) => {
      console.error(error);
      return false;
    });
    took.push(performance.now() - start);
    if (!isDone) failed += 1;
  };
  const sending: Promise<void>[] = [];
  const start = performance.now();
  for (const [n, each] of all.entries()) {
    await setTimeout(Math.max(0, start + (n * 1000) / aSecond - performance.now()));
    sending.push(one(each));
  }
  const last = performance.now();
  await Promise.all(sending);
  return { took: took.sort((a, b) => a - b), failed, after: performance.now() - last };
}
