import { setTimeout } from 'node:timers/promises';
import type { Instant } from '#shared/period.ts';

/** Longer than the user pool and the tables usually take together. */
const STEP_MS = 500;

/**
 * Waits until a whole number of half seconds has passed since a request came in, so that the time of its answer does
 * not tell what the user pool found: whether there is such a name, and whether it had somebody to mail to. How long the
 * pool takes for each is not ours to make equal.
 */
export async function evenTime(cameIn: Instant): Promise<void> {
  const passedMs = Date.now() - Date.parse(cameIn);
  await setTimeout(STEP_MS - (passedMs % STEP_MS));
}
